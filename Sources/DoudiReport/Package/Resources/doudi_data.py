"""Reads a data package that `doudi export --to package` wrote into pandas tables.

    import doudi_data
    data = doudi_data.load("folder")      # a dictionary: name of the table -> DataFrame
    data["ledger"].groupby("programme")["fen"].sum()

Types come from datapackage.json: codes are text, fen are whole numbers, an empty cell is missing.
Needs pandas and nothing else.
"""

import hashlib
import json
import os

import pandas as pd

_TYPES = {"string": "string", "yearmonth": "string", "integer": "Int64", "number": "float64", "boolean": "string"}


def describe(folder="."):
    """The descriptor of the package as a dictionary."""
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        return json.load(file)


def load(folder=".", tables=None):
    """All tables of the package, or those named."""
    resources = describe(folder)["resources"]
    return {one["name"]: _read(folder, one) for one in resources if tables is None or one["name"] in tables}


def columns(folder=".", table=None):
    """Name, type, unit and meaning of every column, as a table."""
    rows = [
        {"table": one["name"], "column": field["name"], "type": field["type"], "unit": field.get("unit"),
         "meaning": field.get("title")}
        for one in describe(folder)["resources"] if table in (None, one["name"])
        for field in one["schema"]["fields"]
    ]
    return pd.DataFrame(rows)


def faults(folder="."):
    """Files whose bytes are not those that were written; empty where all are."""
    found = []
    for one in describe(folder)["resources"]:
        with open(os.path.join(folder, one["path"]), "rb") as file:
            if "sha256:" + hashlib.sha256(file.read()).hexdigest() != one["hash"]:
                found.append(one["path"])
    return found


def _read(folder, resource):
    fields = resource["schema"]["fields"]
    frame = pd.read_csv(
        os.path.join(folder, resource["path"]), dtype={one["name"]: _TYPES[one["type"]] for one in fields},
        keep_default_na=False, na_values=resource["schema"]["missingValues"], float_precision="round_trip",
        encoding="utf-8")
    for field in fields:
        name = field["name"]
        if field["type"] == "boolean":
            words = {word: True for word in field["trueValues"]} | {word: False for word in field["falseValues"]}
            frame[name] = frame[name].map(words).astype("boolean")
        elif field["type"] == "string":
            # A spreadsheet takes such a text for a formula: it was written with an apostrophe in front.
            frame[name] = frame[name].str.replace(r"^'(?=[=+\-@\t\r])", "", regex=True)
    return frame
