"""The checks behind scripts/test-package."""

import csv
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

DOUDI = os.environ["DOUDI"]
SAMPLE = "notebooks-data/sample"
# Tables of draws: their last digits depend on the processor.
DRAWN = {"fan", "probabilities", "tornado", "sensitivity", "reckoner"}
SLOW = 60


def fail(text):
    sys.exit(f"scripts/test-package: {text}")


def doudi(*arguments, expected=0):
    done = subprocess.run([DOUDI, *arguments, "--lang", "en"], capture_output=True, text=True)
    if done.returncode != expected:
        fail(f"doudi {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def export(scenario, folder, *more):
    doudi("export", scenario, "--to", "package", "-o", folder, *more)
    return folder


def files(folder):
    return sorted(
        os.path.relpath(os.path.join(path, name), folder) for path, _, names in os.walk(folder) for name in names)


def is_near(one, other):
    try:
        return math.isclose(float(one), float(other), rel_tol=1e-7, abs_tol=1e-7)
    except ValueError:
        return one == other


def same_table(one, other):
    with open(one, encoding="utf-8", newline="") as a, open(other, encoding="utf-8", newline="") as b:
        rows = zip(csv.reader(a), csv.reader(b), strict=True)
        return all(len(x) == len(y) and all(map(is_near, x, y)) for x, y in rows)


def without_hashes(path):
    """A descriptor or provenance without what the tables of draws change in it."""
    with open(path, encoding="utf-8") as file:
        value = json.load(file)
    for one in value.get("resources", []) + value.get("files", []):
        if os.path.basename(one["path"])[:-4] in DRAWN or one["path"] == "datapackage.json":
            for key in ("bytes", "hash", "sha256"):
                one.pop(key, None)
    value.pop("seal", None)
    return value


def check_sample(folder):
    """The sample of the repository is what the program writes today."""
    made = export("scenarios/weihai-2027", f"{folder}/sample", "--by", "year", "--level", "root", "--draws", "512")
    if files(made) != files(SAMPLE):
        fail(f"the sample holds other files: {sorted(set(files(made)) ^ set(files(SAMPLE)))}")
    exact = 0
    for name in files(made):
        pair = [os.path.join(place, name) for place in (SAMPLE, made)]
        one, other = (open(path, "rb").read() for path in pair)
        exact += one == other
        if one == other:
            continue
        if os.path.basename(name)[:-4] in DRAWN and same_table(*pair):
            continue
        if name in ("datapackage.json", "provenance.json") and without_hashes(pair[0]) == without_hashes(pair[1]):
            continue
        fail(f"{name} is not that of the sample; see notebooks-data/README.md")
    size = sum(os.path.getsize(os.path.join(SAMPLE, name)) for name in files(SAMPLE))
    if size > 1_000_000:
        fail(f"the sample has {size} bytes, more than 1 MB")
    print(f"sample: {exact} of {len(files(made))} files have the same bytes, the others the same figures; {size} bytes")
    return made


def check_frictionless(packages):
    from frictionless import validate

    for name, folder in packages.items():
        report = validate(f"{folder}/datapackage.json")
        if not report.valid:
            fail(f"{name}: {report.flatten(['path', 'rowNumber', 'fieldName', 'message'])[:5]}")
        print(f"frictionless: {name} is valid, {len(report.tasks)} tables")


def check_pandas(folder):
    sys.path.insert(0, folder)
    import doudi_data
    import pandas as pd

    data = doudi_data.load(folder)
    for name, frame in data.items():
        for column in ("region", "parent", "clause", "document", "id"):
            if column in frame and not isinstance(frame[column].dtype, pd.StringDtype):
                fail(f"pandas: {name}.{column} is {frame[column].dtype}")
    with open(f"{folder}/data/ledger.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if data["ledger"]["region"].tolist() != [row["region"] for row in rows]:
        fail("pandas: codes are not those of the file")
    if int(data["ledger"]["fen"].sum()) != sum(int(row["fen"]) for row in rows):
        fail("pandas: fen are not those of the file")
    if doudi_data.faults(folder):
        fail("pandas: a hash is not that of the descriptor")
    print(f"pandas: codes are text, {len(data)} tables")
    return int(data["ledger"]["fen"].sum())


def check_r(folder, fen):
    if not shutil.which("Rscript"):
        print("R: left out, there is no Rscript (Debian package r-base-core)")
        return
    if subprocess.run(["Rscript", "-e", "loadNamespace('jsonlite')"], capture_output=True).returncode:
        print("R: left out, jsonlite is missing (Debian package r-cran-jsonlite)")
        return
    script = """
      source("doudi_data.R")
      data <- doudi_load(".")
      for (name in names(data)) for (column in c("region", "parent", "clause", "document", "id"))
        if (!is.null(data[[name]][[column]])) stopifnot(is.character(data[[name]][[column]]))
      stopifnot(is.numeric(data$ledger$fen), nchar(data$places$region) >= 2)
      cat(sprintf("%.0f\n", sum(data$ledger$fen)))
      sums <- tapply(data$ledger$fen, data$ledger[c("programme", "year")], sum)
      told <- data$summary
      stopifnot(sums[cbind(told$programme, as.character(told$year))] == told$fen)
    """
    done = subprocess.run(["Rscript", "-e", script], cwd=folder, capture_output=True, text=True)
    if done.returncode or done.stdout.strip() != str(fen):
        fail(f"R: exit {done.returncode}, {done.stdout} {done.stderr}")
    print("R: codes are character, the ledger adds up to the summary")


def check_notebooks(folder):
    import nbformat
    from nbclient import NotebookClient

    started = time.monotonic()
    for name in sorted(os.listdir(f"{folder}/notebooks")):
        notebook = nbformat.read(f"{folder}/notebooks/{name}", 4)
        nbformat.validate(notebook)
        NotebookClient(notebook, timeout=SLOW, resources={"metadata": {"path": f"{folder}/notebooks"}}).execute()
        pictures = sum(
            "image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
        if pictures == 0:
            fail(f"{name} draws nothing")
    taken = time.monotonic() - started
    if taken > SLOW:
        fail(f"the notebooks took {taken:.0f} s, more than {SLOW}")
    print(f"notebooks: run in {taken:.1f} s")


def check_verify(folder, work):
    archive = shutil.make_archive(f"{work}/package", "zip", folder)
    elsewhere = f"{work}/else where"
    with zipfile.ZipFile(archive) as file:
        file.extractall(elsewhere)
    doudi("verify", elsewhere)
    path = f"{elsewhere}/data/summary.csv"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    place = next(index for index, letter in enumerate(text) if letter in "12345678" and "," in text[:index])
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text[:place] + str(int(text[place]) + 1) + text[place + 1:])
    said = doudi("verify", elsewhere, expected=4)
    if "summary.csv:" not in said:
        fail(f"the changed digit is not named: {said}")
    doudi("verify", f"{work}/none", expected=5)
    doudi("diff", folder, SAMPLE)
    doudi("diff", folder, "scenarios/weihai-2027")
    doudi("diff", folder, "scenarios/jimo-2027", expected=4)
    print("verify: sound when unzipped elsewhere, a changed digit is found")


def check_signs(work):
    """A name that starts with = is text in pandas, and a negative figure a figure."""
    shutil.copytree("scenarios", f"{work}/scenarios", ignore=shutil.ignore_patterns("synthetic-*"))
    path = f"{work}/scenarios/jimo-2027/regions.csv"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("即墨区", "=SUM(A1)"))
    folder = export(f"{work}/scenarios/jimo-2027", f"{work}/signs")
    with open(f"{folder}/data/places.csv", encoding="utf-8") as file:
        if "'=SUM(A1)" not in file.read():
            fail("a name that starts with = is not escaped in CSV")
    sys.modules.pop("doudi_data", None)
    import doudi_data

    if "=SUM(A1)" not in doudi_data.load(folder)["places"]["name_zh"].tolist():
        fail("a name that starts with = is not itself in pandas")
    with open(f"{folder}/data/ledger.csv", encoding="utf-8") as file:
        if "'-" in file.read():
            fail("a negative figure is escaped in CSV")
    doudi("verify", folder)
    print("signs: = is escaped in texts alone, and loaders take the apostrophe off")


def main():
    with tempfile.TemporaryDirectory() as work:
        sample = check_sample(work)
        packages = {
            "sample": sample,
            "a comparison": export(
                "scenarios/weihai-2027", f"{work}/compared", "--no-draws", "--by", "year", "--proposal",
                "scenarios/reforms/weihai-higher-ratio.yaml"),
            "years": export("scenarios/reference", f"{work}/years", "--no-draws"),
            "an allocation": export("scenarios/central-pot-2016/allocation.yaml", f"{work}/pot"),
            "an uneven place": export("scenarios/shenxian-2027", f"{work}/small"),
        }
        check_frictionless(packages)
        for folder in packages.values():
            doudi("verify", folder)
        check_r(sample, check_pandas(sample))
        check_notebooks(sample)
        check_verify(packages["a comparison"], work)
        check_signs(work)


main()
