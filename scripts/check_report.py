"""Checks of the folders that `doudi export --to report` writes; run by scripts/test-report."""

import filecmp
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
import zlib
from pathlib import Path

import altair
import jsonschema

DOUDI = os.environ["DOUDI"]
SCHEMA = Path(altair.__file__).parent / "vegalite/v6/schema/vega-lite-schema.json"
PROPOSAL = {"weihai-2027": "amount.dibao_standard@rural=900"}
ALLOCATION = {"weihai-2027": "scenarios/weihai-subsidy/allocation.yaml"}
# A picture of each must be there.
FIGURES = {
    "weihai-2027": {"programmes", "fan", "tornado", "heat", "allocation", "memo-standards", "memo-money"},
    "provinces": {"programmes", "tiles", "fan", "tornado", "heat"},
    "central-pot-2018": {"allocation"},
    "reference": {"tornado", "heat"},
}
faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def export(scenario, folder, language, python=sys.executable, more=()):
    words = [DOUDI, "export", f"scenarios/{scenario}", "--to", "report", "-o", str(folder)]
    words += ["--lang", language, "--draws", "256", *more]
    environment = os.environ | {"DOUDI_PYTHON": python}
    return subprocess.run(words, env=environment, capture_output=True, text=True)


def options(scenario):
    more = []
    if scenario in PROPOSAL:
        more += ["--proposal", PROPOSAL[scenario]]
    if scenario in ALLOCATION:
        more += ["--allocation", ALLOCATION[scenario]]
    return more


# The page


class Balance(html.parser.HTMLParser):
    """Tags that do not close, and addresses of anything outside."""

    def __init__(self, where):
        super().__init__()
        self.where, self.stack = where, []
        self.void = {"meta", "br", "img", "link", "hr", "input"}

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name.startswith("xmlns"):
                continue
            if re.search(r"(?i)\b(https?:|ftp:|file:|data:|//)", value or ""):
                fault(self.where, f"address in <{tag} {name}>: {value[:80]}")
            if name in ("src", "srcset", "action"):
                fault(self.where, f"<{tag} {name}> asks for something outside")
        if tag in ("script", "link", "iframe", "object", "embed", "img"):
            fault(self.where, f"<{tag}> in a page that needs nothing else")
        if tag not in self.void:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.void:
            self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            fault(self.where, f"</{tag}> closes nothing at {self.getpos()}")


def check_page(folder, pictures):
    where = f"{folder.name}/report.html"
    text = (folder / "report.html").read_text(encoding="utf-8")
    reader = Balance(where)
    reader.feed(text)
    reader.close()
    if reader.stack:
        fault(where, f"open at the end: {reader.stack}")
    try:
        xml.etree.ElementTree.fromstring(text.split("\n", 1)[1])
    except xml.etree.ElementTree.ParseError as error:
        fault(where, f"no XML: {error}")
    style = text[text.index("<style>") : text.index("</style>")]
    if re.search(r"url\(|@import", style):
        fault(where, "style asks for something outside")
    if text.count("<svg") != len(pictures):
        fault(where, f"{text.count('<svg')} figures of {len(pictures)}")
    ids = re.findall(r' id="([^"]+)"', text)
    if len(ids) != len(set(ids)):
        fault(where, "two elements of one id")


# The figures


def check_figures(folder, scenario, validator):
    specs = sorted((folder / "figures").glob("*.vl.json"))
    for path in specs:
        where = f"{folder.name}/{path.name}"
        spec = json.loads(path.read_bytes())
        # A scale or a width that the schema knows only as an alternative gives long errors: the first will do.
        errors = sorted(validator.iter_errors(spec), key=lambda e: e.path)
        if errors:
            fault(where, f"not Vega-Lite: {errors[0].message[:200]}")
        title = " ".join(str(part) for part in (spec["title"]["text"], spec["title"]["subtitle"]))
        if not re.search(r"单位|\bin \S", title):
            fault(where, f"no unit in the title: {title}")
        if not re.search(r"20\d\d|第\d+年|year \d+", title):
            fault(where, f"no year in the title: {title}")
        svg = path.with_name(path.name.replace(".vl.json", ".svg")).read_text(encoding="utf-8")
        if spec["title"]["text"] not in svg:
            fault(where, "the title is not in the picture")
        check_png(path.with_name(path.name.replace(".vl.json", ".png")), where)
    names = {path.name.removesuffix(".vl.json") for path in specs}
    if missing := FIGURES.get(scenario, set()) - names:
        fault(folder.name, f"no figure {missing}")
    return names


def check_png(path, where):
    """The pixels are of several greys, none is coloured, and not all are white."""
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return fault(where, "no PNG")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    depth, kind, interlace = data[24], data[25], data[28]
    if (depth, kind, interlace) != (8, 6, 0):
        return fault(where, f"PNG of another kind: {depth} {kind} {interlace}")
    place, packed = 8, b""
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + size]
        place += size + 12
    rows = pixels(zlib.decompress(packed), width, height)
    greys = {}
    for row in rows:
        for place in range(0, len(row), 4 * 7):
            red, green, blue = row[place : place + 3]
            if max(red, green, blue) - min(red, green, blue) > 40:
                return fault(where, f"colour {red} {green} {blue}")
            greys[red] = greys.get(red, 0) + 1
    dark = sum(count for grey, count in greys.items() if grey < 250) / sum(greys.values())
    if width < 400 or height < 150 or len(greys) < 8 or dark < 0.01:
        fault(where, f"nearly empty: {width} x {height}, {len(greys)} greys, {dark:.1%} ink")


def pixels(raw, width, height):
    """Rows of RGBA, every seventh of them, the filters of PNG undone."""
    stride, before, found = width * 4, bytearray(width * 4), []
    for line in range(height):
        kind = raw[line * (stride + 1)]
        row = bytearray(raw[line * (stride + 1) + 1 : (line + 1) * (stride + 1)])
        if kind == 1:
            for i in range(4, stride):
                row[i] = (row[i] + row[i - 4]) & 255
        elif kind == 2:
            row = bytearray((a + b) & 255 for a, b in zip(row, before))
        elif kind == 3:
            for i in range(stride):
                left = row[i - 4] if i >= 4 else 0
                row[i] = (row[i] + (left + before[i]) // 2) & 255
        elif kind == 4:
            for i in range(stride):
                a, b, c = (row[i - 4] if i >= 4 else 0), before[i], (before[i - 4] if i >= 4 else 0)
                p = a + b - c
                x, y, z = abs(p - a), abs(p - b), abs(p - c)
                row[i] = (row[i] + (a if x <= y and x <= z else b if y <= z else c)) & 255
        before = row
        if line % 7 == 0:
            found.append(row)
    return found


# The words and the tables

NUMBER = re.compile(r"(?<![0-9A-Za-z_.,])(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)")


def check_markdown(path):
    """Figures of sentences are cells of tables; rows add up to the totals below them."""
    where = f"{path.parent.name}/{path.name}"
    text = path.read_text(encoding="utf-8")
    tables, titles, table, sentences, in_notes = [], [], None, [], False
    for line in text.split("\n"):
        if line.startswith("|"):
            if table is None:
                tables.append(table := [])
                titles.append(title)
            table.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
            in_notes = True
        else:
            table = None
            if line.startswith(("#", "**")):
                in_notes, title = False, line
            # Lines right below a table are its notes; a list is never one.
            if line.startswith("- ") or (line and not in_notes and not line.startswith(("#", "**", "!", "*"))):
                sentences.append(line)
    cells = {cell.strip("*").lstrip("-+") for table in tables for row in table for cell in row}
    count = 0
    for sentence in sentences:
        if "doudi " in sentence or re.search(r"envelope|资金总额|Pot |需求取自|Need", sentence):
            continue
        for number in NUMBER.findall(sentence):
            # The name of the unit.
            if number == "10,000":
                continue
            count += 1
            if number not in cells and not any(number in cell for cell in cells if re.search(r"[;；]|%", cell)):
                fault(where, f"{number} stands in no table: {sentence[:120]}")
    sums = sum(check_sums(where, table) for table in tables)
    count += check_central(where, dict(zip(titles, tables)))
    return count, sums


def check_central(where, tables):
    """The run's figures beside draws are those of its own tables: by year, by programme, by place."""
    known, checked = {}, 0
    for title, table in tables.items():
        if re.match(r"\*\*(汇总|按区划|Summary|By region) · ", title):
            for row in table[2:]:
                for column, head in enumerate(table[0]):
                    known[row[0].strip("*"), head.removesuffix("年")] = row[column].strip("*")
    for title, table in tables.items():
        if len(table[0]) < 2 or table[0][1] not in ("测算", "Projection"):
            continue
        year = re.search(r"20\d\d", title)
        for row in table[2:]:
            name, time = (("合计", "Total"), row[0]) if row[0].isdigit() else ((row[0],), year and year.group())
            found = [known[one, time] for one in name if (one, time) in known]
            checked += len(found)
            if found and found[0] != row[1]:
                fault(where, f"{title} {row[0]}: {row[1]} beside draws, {found[0]} in the table of the run")
    return checked


def check_sums(where, table):
    last = table[-1]
    if not last[0].startswith("**") or len(table) < 4:
        return 0
    checked = 0
    body = table[2:-1]
    for column, mark in enumerate(table[1]):
        title = table[0][column]
        cells = [row[column] for row in body] + [last[column].strip("*")]
        # Shares, growth, and figures a head do not add up, nor do those of places in a tree.
        if mark != "---:" or "%" in title or not all(re.fullmatch(r"-?[\d,]+\.\d\d(\d\d)?", cell) for cell in cells):
            continue
        if re.search(r"人均|每|per |head|Each|Next", title):
            continue
        whole = [int(cell.replace(",", "").replace(".", "")) for cell in cells]
        checked += 1
        if sum(whole[:-1]) != whole[-1]:
            fault(where, f"{table[0][0]} / {title}: rows give {sum(whole[:-1])}, the total is {whole[-1]}")
    return checked


def check_same(one, other):
    compared = filecmp.dircmp(one, other)
    for name in compared.left_only + compared.right_only + compared.diff_files + compared.funny_files:
        fault(one.name, f"{name} differs in a second run")
    for name in compared.common_dirs:
        check_same(one / name, other / name)


def check_verified(folder):
    """`doudi verify` has nothing to say, and finds a changed digit."""
    done = subprocess.run([DOUDI, "verify", str(folder)], capture_output=True, text=True)
    if done.returncode != 0:
        fault(folder.name, f"verify gives {done.returncode}: {(done.stdout + done.stderr)[-300:]}")
    copy = folder.with_name(folder.name + "-changed")
    shutil.copytree(folder, copy)
    page = copy / "report.md"
    page.write_text(page.read_text(encoding="utf-8").replace("1", "2", 1), encoding="utf-8")
    done = subprocess.run([DOUDI, "verify", str(copy)], capture_output=True, text=True)
    if done.returncode != 4:
        fault(folder.name, f"verify gives {done.returncode} for a changed document")


def check_planted(folder, work):
    """A changed digit in a sentence, one in a table and a tag that does not close are found."""
    global faults
    known, faults = faults, []
    text = (folder / "report.md").read_text(encoding="utf-8")
    planted = Path(work) / "planted"
    planted.mkdir()
    (planted / "report.md").write_text(text.replace("30,108.45，", "30,108.46，", 1), encoding="utf-8")
    check_markdown(planted / "report.md")
    in_sentence, faults = len(faults), []
    (planted / "report.md").write_text(text.replace("| 15,386.72 |", "| 15,386.73 |", 1), encoding="utf-8")
    check_markdown(planted / "report.md")
    in_table, faults = len(faults), []
    page = (folder / "report.html").read_text(encoding="utf-8")
    (planted / "report.html").write_text(page.replace("</figure>", "", 1), encoding="utf-8")
    check_page(planted, range(page.count("<svg")))
    in_page, faults = len(faults), known
    if not (in_sentence and in_table and in_page):
        fault("planted", f"faults found: {in_sentence} in a sentence, {in_table} in a table, {in_page} in the page")


def check_without_pictures(folder):
    """Where vl-convert is missing all else is written, and one line says how to get it."""
    poor = shutil.which("false")
    for name, python, word in (
        ("no-module", None, "pip install vl-convert-python"),
        ("no-python", "/nonexistent/python3", "pip install vl-convert-python"),
        ("broken", poor, "vl-convert"),
    ):
        target = folder / name
        if python is None:
            python = str(folder / "python-without")
            Path(python).write_text(f"#!/bin/sh\nexec {sys.executable} -S -I \"$@\"\n")
            os.chmod(python, 0o755)
        done = export("weihai-2027", target, "zh", python)
        said = [line for line in done.stderr.splitlines() if word in line]
        if done.returncode != 0 or len(said) != 1:
            fault(name, f"exit {done.returncode}, said {done.stderr[-300:]!r}")
            continue
        if list(target.glob("figures/*.png")) or not list(target.glob("figures/*.vl.json")):
            fault(name, "pictures without a program, or no specifications")
        if "<svg" in (target / "report.html").read_text(encoding="utf-8"):
            fault(name, "a picture in the page")
        if "figures/fan.vl.json" not in (target / "report.md").read_text(encoding="utf-8").replace("\\", ""):
            fault(name, "the document does not say where the data are")


def main(names):
    fonts = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True).stdout
    if "Noto Sans CJK SC" not in fonts:
        fault("fonts", "no Noto Sans CJK SC (Debian package fonts-noto-cjk)")
    schema = json.loads(SCHEMA.read_bytes())
    validator = jsonschema.Draft7Validator(schema)
    scenarios = sorted(
        path.name
        for path in Path("scenarios").iterdir()
        if (path / "scenario.yaml").exists() or (path / "allocation.yaml").exists()
    )
    # Thousands of places take a debug build a minute: by name only. SummarySentencesTests has their sentences.
    if not names:
        scenarios.remove("counties")
    with tempfile.TemporaryDirectory() as work:
        for scenario in names or scenarios:
            languages = ["zh", "en"] if scenario in ("weihai-2027", "central-pot-2018") else ["zh"]
            for language in languages:
                start = time.monotonic()
                folder = Path(work) / f"{scenario}-{language}"
                done = export(scenario, folder, language, more=options(scenario))
                if done.returncode != 0:
                    fault(folder.name, f"exit {done.returncode}: {done.stderr[-400:]}")
                    continue
                pictures = check_figures(folder, scenario, validator)
                check_page(folder, pictures)
                check_verified(folder)
                counts = [check_markdown(path) for path in sorted(folder.glob("*.md"))]
                numbers, sums = (sum(part) for part in zip(*counts))
                print(
                    f"{folder.name}: {len(pictures)} figures, {numbers} figures in sentences, "
                    f"{sums} columns added up, {time.monotonic() - start:.1f} s"
                )
        if not names:
            again = Path(work) / "again" / "weihai-2027-zh"
            export("weihai-2027", again, "zh", more=options("weihai-2027"))
            check_same(Path(work) / "weihai-2027-zh", again)
            check_planted(Path(work) / "weihai-2027-zh", work)
            check_without_pictures(Path(work))
    for one in faults:
        print("FAULT", one)
    print(f"scripts/test-report: {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
