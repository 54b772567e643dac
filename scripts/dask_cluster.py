"""The test behind scripts/test-dask: a scheduler and two workers as processes, one worker killed half-way."""
import filecmp
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

DOUDI = os.environ["DOUDI"]
SCENARIO = "scenarios/weihai-2027"
DRAWS = ["--draws", "40000", "--seed", "0"]
SHARDS = 24


def start(work, name, *arguments):
    log = open(f"{work}/{name}.log", "w")
    return subprocess.Popen([sys.executable, "-m", "distributed.cli." + name.split("-")[0], *arguments],
                            stdout=log, stderr=log, cwd=os.getcwd())


def wait(what, holds, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"scripts/test-dask: waited {seconds} s in vain for {what}")
        time.sleep(0.02)


def finished(folder):
    return [name for name in os.listdir(folder) if name.startswith("shard-")] if os.path.isdir(folder) else []


def cluster(work):
    processes = []
    try:
        address = f"{work}/scheduler.json"
        processes.append(start(work, "dask_scheduler", "--scheduler-file", address, "--host", "127.0.0.1",
                               "--port", "0", "--no-dashboard"))
        wait("the scheduler", lambda: os.path.exists(address))
        workers = [
            start(work, f"dask_worker-{i}", "--scheduler-file", address, "--no-nanny", "--nthreads", "1",
                  "--local-directory", f"{work}/worker-{i}", "--no-dashboard")
            for i in range(2)]
        processes += workers
        with open(address, encoding="utf-8") as text:
            scheduler = json.load(text)["address"]
        from dask.distributed import Client
        with Client(scheduler) as client:
            client.wait_for_workers(2, timeout=60)
        driver = subprocess.Popen(
            [sys.executable, "scripts/ensemble-dask", SCENARIO, "--scheduler", scheduler, "--shards", str(SHARDS),
             "--out", f"{work}/many", "--keep", "--", *DRAWS], stdout=subprocess.DEVNULL)
        processes.append(driver)
        shards = f"{work}/many/shards"
        wait("a third of the shards", lambda: len(finished(shards)) >= SHARDS // 3 or driver.poll() is not None)
        before = len(finished(shards))
        workers[0].send_signal(signal.SIGKILL)
        workers[0].wait()
        if not 0 < before < SHARDS or driver.poll() is not None:
            sys.exit(f"scripts/test-dask: the worker was to die half-way; {before} of {SHARDS} shards were done")
        code = driver.wait(timeout=300)
        if code != 0:
            sys.exit(f"scripts/test-dask: the driver ended with {code}")
        return before
    finally:
        for one in processes:
            if one.poll() is None:
                one.terminate()
                one.wait(timeout=30)


def main():
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([DOUDI, "ensemble", SCENARIO, *DRAWS, "--keep", "--out", f"{work}/one"], check=True,
                       stdout=subprocess.DEVNULL)
        before = cluster(work)
        names = ["fan.csv", "probabilities.csv", "failed.csv", "draws.csv"]
        _, other, missing = filecmp.cmpfiles(f"{work}/one", f"{work}/many", names, shallow=False)
        if other or missing:
            sys.exit(f"scripts/test-dask: not the bits of one process: {other + missing}")
        print(f"a worker killed after {before} of {SHARDS} shards; the merged files have the bits of one process")


if __name__ == "__main__":
    main()
