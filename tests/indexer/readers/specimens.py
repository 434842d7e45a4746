"""Small files of each kind of page, all of one page: two lines of words in known boxes, on a page of 600 × 800."""

import struct
import zlib
from typing import NamedTuple


class Spot(NamedTuple):
    """A word and its box: x, y, width, height in pixels from the top left."""

    text: str
    x: int
    y: int
    width: int
    height: int


WIDTH, HEIGHT = 600, 800
LINES = (
    (Spot("Genossen", 60, 100, 120, 20), Spot("in", 200, 100, 30, 20), Spot("Paris", 250, 100, 70, 20)),
    (Spot("levaya", 60, 140, 90, 20), Spot("oppozitsiya", 170, 140, 150, 20)),
)
TEXT = "\n".join(" ".join(word.text for word in line) for line in LINES)


def abbyy(schema: str = "FineReader10-schema-v1", pages: int = 1, extra: str = "") -> str:
    def characters(word: Spot) -> str:
        step = word.width / len(word.text)
        return "".join(
            f'<charParams l="{round(word.x + at * step)}" t="{word.y}" r="{round(word.x + (at + 1) * step)}" '
            f'b="{word.y + word.height}" charConfidence="{90 if at else 80}">{letter}</charParams>'
            for at, letter in enumerate(word.text)
        )

    space = '<charParams l="0" t="0" r="0" b="0"> </charParams>'
    lines = "".join(
        f'<line l="60" t="1" r="2" b="3"><formatting lang="GermanNewSpelling">{space.join(map(characters, line))}'
        "</formatting></line>"
        for line in LINES
    )
    page = (
        f'<page width="{WIDTH}" height="{HEIGHT}" resolution="300"><block blockType="Picture" l="0" t="0"/>'
        f'<block blockType="Text"><text><par>{lines}{extra}</par></text></block></page>'
    )
    return f'<document xmlns="http://www.abbyy.com/FineReader_xml/{schema}.xml" version="1.0">{page * pages}</document>'


def djvu(pages: int = 1) -> str:
    lines = "".join(
        "<LINE>"
        + " ".join(
            f'<WORD coords="{w.x},{w.y + w.height},{w.x + w.width},{w.y}" x-confidence="87">{w.text}</WORD>'
            for w in line
        )
        + "</LINE>"
        for line in LINES
    )
    objects = "".join(
        f'<OBJECT data="file:/x" height="{HEIGHT}" width="{WIDTH}" usemap="x_{at:04d}.djvu"><PARAM name="PAGE" '
        f'value="x_{at:04d}.djvu"/><HIDDENTEXT><PAGECOLUMN><REGION><PARAGRAPH>{lines}</PARAGRAPH></REGION></PAGECOLUMN>'
        "</HIDDENTEXT></OBJECT>"
        for at in range(1, pages + 1)
    )
    return f'<!DOCTYPE DjVuXML PUBLIC "-//W3C//DTD DjVuXML 1.1//EN" "x.dtd"><DjVuXML><BODY>{objects}</BODY></DjVuXML>'


def miniocr(shares: bool = False) -> str:
    def box(word: Spot) -> str:
        if not shares:
            return f"{word.x} {word.y} {word.width} {word.height}"
        return f"{word.x / WIDTH:.4f} {word.y / HEIGHT:.4f} {word.width / WIDTH:.4f} {word.height / HEIGHT:.4f}"

    lines = "".join(
        "<l>" + " ".join(f'<w x="{box(word)}">{word.text}</w>' for word in line) + " </l>" for line in LINES
    )
    return f'<ocr><p xml:id="p7" wh="{WIDTH} {HEIGHT}"><b>{lines}</b></p></ocr>'


def hocr(pages: int = 1) -> str:
    lines = "".join(
        "<span class='ocr_line'>"
        + " ".join(
            f"<span class='ocrx_word' title='bbox {w.x} {w.y} {w.x + w.width} {w.y + w.height}; x_wconf 87'>"
            f"{w.text}</span>"
            for w in line
        )
        + "</span>"
        for line in LINES
    )
    page = f"<div class='ocr_page' title='bbox 0 0 {WIDTH} {HEIGHT}'><p class='ocr_par'>{lines}</p></div>\n"
    return f"<html><body>{page * pages}</body></html>"


def alto() -> str:
    lines = "".join(
        "<TextLine>"
        + "<SP/>".join(
            f'<String CONTENT="{w.text}" HPOS="{w.x}" VPOS="{w.y}" WIDTH="{w.width}" HEIGHT="{w.height}"/>'
            for w in line
        )
        + "</TextLine>"
        for line in LINES
    )
    page = f'<Page WIDTH="{WIDTH}" HEIGHT="{HEIGHT}"><TextBlock>{lines}</TextBlock></Page>'
    return f"<alto><Layout>{page}</Layout></alto>"


def pagexml() -> str:
    def word(w: Spot) -> str:
        right, bottom = w.x + w.width, w.y + w.height
        points = f"{w.x},{w.y} {right},{w.y} {right},{bottom} {w.x},{bottom}"
        return f'<Word><Coords points="{points}"/><TextEquiv><Unicode>{w.text}</Unicode></TextEquiv></Word>'

    lines = "".join(f"<TextLine>{''.join(map(word, line))}</TextLine>" for line in LINES)
    page = f'<Page imageWidth="{WIDTH}" imageHeight="{HEIGHT}"><TextRegion id="r">{lines}</TextRegion></Page>'
    return f"<PcGts>{page}</PcGts>"


def tei() -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>not read</title></teiHeader><facsimile>'
        '<surface xml:id="f2"><graphic url="scans/0002.jpg"/></surface></facsimile><text xml:lang="de"><body>'
        f'<pb n="1" facs="0001.jpg"/><p>{TEXT.replace(chr(10), "<lb/>")}</p><pb n="2" facs="#f2"/><p>Ver'
        '<lb break="no"/>waltung <choice><sic>Ihm</sic><corr>Ihn</corr></choice></p></body></text></TEI>'
    )


PLACE = {"scan": 600, "points": 288}  # width of the page in points: with a scan on it, and at 150 dots an inch


def pdf(pages: int = 1, scan: bool = False, text: bool = True, size: float = 0.0, extra: bytes = b"") -> bytes:
    """A PDF whose words are in Courier, each letter as wide as its share of the box; `scan` lays a picture below."""
    wide = size or PLACE["points"]
    scale = wide / WIDTH
    high = HEIGHT * scale
    shown = [
        f"BT /F1 {word.height * scale:.3f} Tf {100 * word.width / (0.6 * word.height * len(word.text)):.3f} Tz "
        f"1 0 0 1 {word.x * scale:.3f} {high - (word.y + word.height) * scale:.3f} Tm ({word.text}) Tj ET"
        for line in LINES
        for word in line
    ]
    drawing = f"q {wide} 0 0 {high} 0 0 cm /I Do Q " if scan else ""
    stream = (drawing + (" ".join(shown) if text else "")).encode()
    gray = zlib.compress(b"\xff" * (WIDTH * HEIGHT))
    kids = " ".join(f"{6 + at} 0 R" for at in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        b"/Length %d>>stream\n%s\nendstream" % (WIDTH, HEIGHT, len(gray), gray),
        *[
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>"
            "/XObject<</I 5 0 R>>>>>>".encode()
        ]
        * pages,
    ]
    return assembled(objects, extra)


def assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, table)
    return bytes(out)


def tiff(*sizes: tuple[int, int], loop: bool = False) -> bytes:
    """A TIFF of gray pictures of these sizes; `loop` leads from the last directory to the first."""
    out = bytearray(b"II*\0\x08\0\0\0")
    for at, (width, height) in enumerate(sizes):
        begin = len(out)
        tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1)]
        tags += [(273, 4, begin + 2 + 12 * 8 + 4), (278, 4, height), (279, 4, width * height)]
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, v) for tag, kind, v in tags)
        last = at == len(sizes) - 1
        out += struct.pack("<I", (8 if loop else 0) if last else begin + 2 + 12 * 8 + 4 + width * height)
        out += b"\x80" * (width * height)
    return bytes(out)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\0" + b"\xc0" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
