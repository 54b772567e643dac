"""Holds workbooks to what LibreOffice recalculates, and reads them with what people read them with.

    python3 scripts/workbook_check.py PROFILE BOOK.xlsx...

PROFILE is a folder for LibreOffice's settings, which are told to recalculate every file. Each workbook is
converted, and every cell with a formula compared with the value that stood in it: numbers to 1e-9 of the
larger of 1 and their size. The long table must give the same ledger in openpyxl and pandas, its codes as text.
Ends with 1 where anything differs.
"""

import os
import pathlib
import re
import subprocess
import sys
import zipfile

import openpyxl
import pandas
import python_calamine

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
SHEETS = {
    "说明": ["说明", "汇总", "分区划测算", "功能科目预算", "三年滚动", "转移支付分配", "提标比较", "绩效目标",
           "合规核对", "敏感性", "参数与依据", "校验", "数据"],
    "Notes": ["Notes", "Summary", "By region", "By function", "Rolling plan", "Allocation", "Adjustment",
              "Targets", "Limits", "Sensitivity", "Assumptions", "Checks", "Data"],
}
TOLERANCE = 1e-9


def recalculated(profile, books):
    """The workbooks as LibreOffice saves them once it has worked out every formula: one process for all."""
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    out = profile / "recalculated"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore",
         "--convert-to", "xlsx", "--outdir", str(out), *map(str, books)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    return [out / book.name for book in books]


def compare(book, again):
    """Faults, and the number of formulas."""
    faults, count = [], 0
    formulas = openpyxl.load_workbook(book, read_only=True)
    kept = openpyxl.load_workbook(book, read_only=True, data_only=True)
    found = openpyxl.load_workbook(again, read_only=True, data_only=True)
    names = SHEETS.get(formulas.sheetnames[0])
    if names is None or formulas.sheetnames[: len(names)] != names:
        faults.append(f"sheets are {formulas.sheetnames}")
    for name in formulas.sheetnames:
        if name.startswith(("数据", "Data")):
            continue
        rows = zip(formulas[name].iter_rows(), kept[name].iter_rows(), found[name].iter_rows())
        for line, (a, b, c) in enumerate(rows, 1):
            for column, (formula, one, two) in enumerate(zip(a, b, c), 1):
                place = f"{name}!R{line}C{column}"
                if isinstance(two.value, str) and two.value.startswith("#"):
                    faults.append(f"{place} is {two.value}")
                if isinstance(one.value, str) and one.value.startswith("=") and formula.data_type == "f":
                    faults.append(f"{place} has no value")
                if formula.data_type != "f":
                    continue
                count += 1
                if not same(one.value, two.value):
                    faults.append(f"{place} {formula.value}: kept {one.value!r}, recalculated {two.value!r}")
    return faults, count


def same(one, two):
    if isinstance(one, (int, float)) and isinstance(two, (int, float)):
        return abs(one - two) <= TOLERANCE * max(1, abs(one))
    return one == two and one is not None


def read_data(book):
    """The long table in three readers: codes stay texts, money whole numbers."""
    faults = []
    pages = openpyxl.load_workbook(book, read_only=True)
    names = [name for name in pages.sheetnames if name.startswith(("数据", "Data"))]
    rows = [row for name in names for row in pages[name].iter_rows(values_only=True)]
    header = rows[0]
    ours = [row for row in rows[1:] if row != header]
    frame = pandas.concat(
        # Told that codes are text: pandas would make a number of any text that looks like one.
        pandas.read_excel(book, sheet_name=name, engine="calamine", dtype={"region": str})
        for name in names)
    if list(frame.columns) != list(header) or len(frame) != len(ours):
        faults.append("pandas and openpyxl read different tables")
    if "fen" not in header:
        return faults
    place = header.index("fen")
    for row in ours:
        if not isinstance(row[0], str) or not float(row[place]).is_integer():
            faults.append(f"row {row}")
            break
    if list(frame["region"]) != [row[0] for row in ours]:
        faults.append("codes differ")
    raw = python_calamine.CalamineWorkbook.from_path(book).get_sheet_by_name(names[0]).to_python()
    if not all(isinstance(row[0], str) for row in raw):
        faults.append("calamine reads a code as a number")
    if int(frame["fen"].sum()) != sum(int(row[place]) for row in ours):
        faults.append("sums of fen differ")
    return faults


def planted(books, folder):
    """A copy of the first workbook with formulas, one of which has a wrong value."""
    copy = folder / "planted.xlsx"
    for book in books:
        with zipfile.ZipFile(book) as old, zipfile.ZipFile(copy, "w") as new:
            changed = 0
            for name in old.namelist():
                data = old.read(name)
                if name.startswith("xl/worksheets/sheet") and not changed:
                    data, changed = re.subn(rb"(</f><v>)([0-9])", rb"\g<1>1\g<2>", data, count=1)
                new.writestr(name, data)
        if changed:
            return copy
    raise SystemExit("no workbook has a formula")


def typed(book, folder):
    """A copy of a workbook with another figure of a programme, before any program works out what follows."""
    copy = folder / "typed.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                data, changed = re.subn(rb'(<c r="B6"[^>]*><v>)', rb"\g<1>1", data)
                if changed != 1:
                    raise SystemExit("no figure to change")
            new.writestr(name, data)
    return copy


def verify(book):
    """Exit code of `doudi verify`, and what it says."""
    done = subprocess.run([os.environ["DOUDI"], "verify", str(book), "--lang", "en"], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def resaved(book, again, wrong, typed_again):
    """Faults of `doudi verify` with workbooks that LibreOffice saved: whole ones pass, without their bytes."""
    faults = []
    code, text = verify(again)
    if code != 0 or "bytes not verified" not in text:
        faults.append(f"saved again: exit {code}, {text[:300]}")
    for name, path in [("a wrong value", wrong), ("a figure and all that follows", typed_again)]:
        code, text = verify(path)
        if code != 4:
            faults.append(f"{name}: exit {code}, {text[:300]}")
    return faults


def main(profile, books):
    bad = 0
    profile.mkdir(parents=True, exist_ok=True)
    wrong = planted(books, profile)
    found = recalculated(profile, [*books, typed(books[0], profile), wrong])
    if len(compare(wrong, found[-1])[0]) == 0:
        print("a wrong value was not found: nothing was recalculated")
        return 1
    typed_again = found[-2]
    for book, again in zip(books, found):
        faults, count = compare(book, again)
        faults += read_data(book)
        faults += resaved(book, again, wrong, typed_again)
        print(f"{book.name}: {count} formulas, {len(faults)} faults")
        for fault in faults[:20]:
            print("  " + fault)
        bad += bool(faults)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]))
