"""Files made to harm, of the kinds beside EAD and ALTO: refused or bounded, in 5 seconds, 300 MB and without a socket.

They are read in processes of their own, so that what each takes can be measured.
"""

import gzip
import json
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.indexer.readers import specimens
from tests.indexer.readers.workbooks import ods, ods_cell, ods_row, packed, xlsx

SECONDS, MEGABYTES = 5.0, 300

PROGRAM = """
import json, sys, time
from pathlib import Path
from indexer.inspecting import inspect_file
from discovery.errors import OpisError
def listen(event, arguments):
    if event.startswith("socket."):
        raise SystemExit("a socket was opened: " + event)
sys.addaudithook(listen)
def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024
for file in sys.argv[1:]:
    open("/proc/self/clear_refs", "w").write("5")  # the peak counts from here on
    started = time.perf_counter()
    try:
        said = list(inspect_file(Path(file), "x"))
    except OpisError as error:
        said = [str(error)]
    print(json.dumps([said, time.perf_counter() - started, peak()]), flush=True)
"""


def run(tmp_path: Path, files: dict[str, bytes], ending: str = "") -> dict[str, str]:
    """What is said of each file; none took more than it may."""
    for at, content in enumerate(files.values()):
        (tmp_path / f"{at}{ending}").write_bytes(content)
    return read(files, [tmp_path / f"{at}{ending}" for at in range(len(files))])


def read(names: Iterable[str], paths: list[Path]) -> dict[str, str]:
    command = [sys.executable, "-c", PROGRAM, *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.stderr
    answers = dict(zip(names, map(json.loads, done.stdout.splitlines()), strict=True))
    taken = {name: (seconds, megabytes) for name, (_, seconds, megabytes) in answers.items()}
    over = {name: most for name, most in taken.items() if most[0] > SECONDS or most[1] > MEGABYTES}
    assert not over
    return {name: "\n".join(said) for name, (said, *_) in answers.items()}


ROOTS = {
    "FineReader": (
        '<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"><page>',
        "</page></document>",
    ),
    "DjVu": ("<DjVuXML><BODY><OBJECT>", "</OBJECT></BODY></DjVuXML>"),
    "MiniOCR": ("<ocr><p>", "</p></ocr>"),
    "TEI": ("<TEI><text><pb/><p>", "</p></text></TEI>"),
    "METS": ("<mets><fileSec>", "</fileSec></mets>"),
    "hOCR": ("<html><div class='ocr_page'>", "</div></html>"),
}
ATTACKS: dict[str, Callable[[str, str], str]] = {
    "a file": lambda begin, end: f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{begin}&a;{end}',
    "the network": lambda begin, end: f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">{begin}{end}',
    "parameters": lambda begin, end: f'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>{begin}{end}',
    "laughs": lambda begin, end: (
        "<!DOCTYPE x ["
        + "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "ha"}">' for at in range(10))
        + f"]>{begin}&e9;{end}"
    ),
    "quadratic": lambda begin, end: f'<!DOCTYPE x [<!ENTITY a "{"a" * 70}">]>{begin}{"&a;" * 1_000_000}{end}',
    "nesting": lambda begin, end: begin + "<a>" * 200_000 + "</a>" * 200_000 + end,
    "tiny elements": lambda begin, end: begin + "<a/>" * 10_000_000 + end,
    "a node": lambda begin, end: begin + "a" * 20_000_000 + end,
    "attributes": lambda begin, end: begin + "<a " + " ".join(f'a{at}="1"' for at in range(50_000)) + "/>" + end,
    "an encoding": lambda begin, end: f'<?xml version="1.0" encoding="utf-16"?>{begin}é{end}',
    "NUL": lambda begin, end: f"{begin}\0{end}",
    "a break": lambda begin, end: begin + "<a b='",
}


@pytest.mark.parametrize("kind", ROOTS)
def test_markup(tmp_path: Path, kind: str) -> None:
    said = run(tmp_path, {name: attack(*ROOTS[kind]).encode() for name, attack in ATTACKS.items()})
    hostname = Path("/etc/hostname")
    if hostname.is_file():
        assert hostname.read_text(encoding="utf-8").strip() not in said["a file"]


def box(value: str) -> str:
    return " ".join([value] * 4)


NUMBERS = ("1e308", "NaN", "-inf", "9" * 10_000, "x")


def with_number(value: str) -> Iterator[str]:
    yield f'<ocr><p wh="{value} {value}"><w x="{box(value)}">a</w></p></ocr>'
    word = f'<WORD coords="{",".join([value] * 4)}" x-confidence="{value}">a</WORD>'
    yield f'<DjVuXML><OBJECT width="{value}">{word}</OBJECT></DjVuXML>'
    yield (
        specimens.abbyy().replace('l="60"', f'l="{value}"').replace('charConfidence="90"', f'charConfidence="{value}"')
    )


def test_boxes(tmp_path: Path) -> None:
    files = {f"{at} {value[:9]}": page.encode() for value in NUMBERS for at, page in enumerate(with_number(value))}
    assert all("would be loaded: 1 page" in said for said in run(tmp_path, files).values())


def pdf(*bodies: bytes) -> bytes:
    return specimens.assembled([b"<</Type/Catalog/Pages 2 0 R>>", *bodies])


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


ONE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
DRAWS = b"/F Do " * 100
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
PDFS = {
    "pages that are their own parents": pdf(b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>"),
    "a thousand million pages": pdf(b"<</Type/Pages/Count 1000000000/Kids[3 0 R]>>", PAGE, stream(b"")),
    "a form that draws itself": pdf(ONE, PAGE, stream(DRAWS), stream(DRAWS, FORM % 5)),
    "forms in forms": pdf(
        ONE, PAGE, stream(DRAWS), *(stream(DRAWS, FORM % (6 + at)) for at in range(8)), stream(b"", FORM % 13)
    ),
    "a bomb": pdf(ONE, PAGE, stream(zlib.compress(b"0 0 m " * 40_000_000, 9), b"/Filter/FlateDecode")),
    "an object that is itself": pdf(b"2 0 R"),
    "a huge page": pdf(ONE, PAGE.replace(b"99 99", b"1e9 1e9"), stream(b"")),
    "nothing": b"%PDF-1.7",
    "a broken end": specimens.pdf(3)[:-200],
}


def test_pdfs(tmp_path: Path) -> None:
    run(tmp_path, PDFS)


IMAGES = {
    "a directory that is the next": specimens.tiff((4, 4), loop=True),
    "directories without end": b"II*\0\x08\0\0\0"
    + b"".join(b"\0\0" + (8 + 6 * at + 6).to_bytes(4, "little") for at in range(60_000)),
    "a directory of 65,535 tags": b"II*\0\x08\0\0\0\xff\xff" + b"\0\1\4\0" * 100_000,
    "a picture of 2³¹ pixels": specimens.png(2**31 - 1, 1)[:24]
    if False
    else b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff",
    "a header alone": b"\xff\xd8\xff",
}


def test_images(tmp_path: Path) -> None:
    run(tmp_path, IMAGES)


def sheet(rows: str) -> bytes:
    """A workbook whose sheet has these rows after its names of columns."""
    data = {
        "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    }
    data["xl/workbook.xml"] += '<sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
    data["xl/_rels/workbook.xml.rels"] = '<r><Relationship Id="r1" Target="s.xml"/></r>'
    names = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ("id", "title"))
    data["xl/s.xml"] = f"<worksheet><sheetData><row>{names}</row>{rows}</sheetData></worksheet>"
    return packed(data)


def inline(text: str, more: str = "") -> str:
    return f'<c t="inlineStr" {more}><is><t>{text}</t></is></c>'


TABLES = {
    "50,000 columns": sheet(f"<row>{inline('x') * 50_000}</row>"),
    "a cell of 9 MB": sheet(f"<row>{inline('1')}{inline('x' * 9_000_000)}</row>"),
    "a column far out": sheet(f"<row>{inline('1', 'r=$ZZZ9999999$')}</row>".replace("$", '"')),
    "a number of 10,000 digits": sheet(
        f'<row r="{"9" * 10_000}"><c s="{"9" * 10_000}"><v>{"9" * 10_000}</v></c></row>'
    ),
    "a string that there is not": sheet(f'<row><c t="s"><v>{"9" * 5_000}</v></c><c t="s"><v>7</v></c></row>'),
    "half a character": sheet(f"<row>{inline('1')}{inline('_xD800_')}</row>"),
    "a million empty rows": sheet("<row/>" * 1_000_000),
    "laughs": packed({"xl/_rels/workbook.xml.rels": '<!DOCTYPE x [<!ENTITY a "b">]><r>&a;</r>'}),
    "a bomb": packed({"xl/_rels/workbook.xml.rels": " " * (200 << 20)}),
    "nesting": sheet("<a>" * 200_000),
    "merged over everything": xlsx({"a": (("id", "title"), ("1", "a"))}, ("A1:XFD1048576",)),
    "a row a thousand million times": ods(
        {"a": ods_row(*map(ods_cell, ("id", "title"))) + ods_row(ods_cell("x"), repeated=9_999_999)}
    ),
    "a cell a thousand million times": ods(
        {
            "a": ods_row(*map(ods_cell, ("id", "title")))
            + ods_row(ods_cell("x", 'table:number-columns-repeated="9999999"'))
        }
    ),
}


def test_tables(tmp_path: Path) -> None:
    run(tmp_path, TABLES, ".xlsx")


def manifest(value: Any) -> bytes:
    return json.dumps({"@context": "http://iiif.io/api/presentation/3/context.json", **value}).encode()


MANIFESTS = {
    "half a character": manifest({"label": "\ud800", "items": [{"type": "Canvas", "seeAlso": ["\udfff.xml"]}]}),
    "numbers": b'{"@context": "http://iiif.io/api/presentation/3/", "x": ' + b"9" * 10_000 + b"}",
    "nesting": b'{"@context": "http://iiif.io/api/presentation/3/", "x": ' + b"[" * 100_000,
    "lists where objects are": manifest({"items": [[[]], 1, None, {"type": "Canvas", "items": 7, "images": "x"}]}),
    "many pages": manifest({"items": [{"type": "Canvas", "seeAlso": ["x.xml"]}] * 100_000}),
}


def test_manifests(tmp_path: Path) -> None:
    run(tmp_path, MANIFESTS)


def test_a_file_of_a_gigabyte(tmp_path: Path) -> None:
    with (tmp_path / "x.xml").open("wb") as file:
        file.write(b"<TEI><text>")
        file.truncate(2**30)
    assert "larger than 512 MB" in read(["x"], [tmp_path / "x.xml"])["x"]


def test_gzip_bombs(tmp_path: Path) -> None:
    begin, end = ROOTS["TEI"]
    said = run(tmp_path, {"x": gzip.compress(begin.encode() + b"a" * (200 << 20) + end.encode())})
    assert "a bomb" in said["x"]
