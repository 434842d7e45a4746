"""Packed files: read in place, and what can't be trusted is refused by its name while the rest loads."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

import opis
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Question
from discovery.errors import BadFile, CollectionError
from discovery.packed import HARMLESS, contents, read_inside
from indexer.collection import read_collection
from indexer.files import Tree
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import read_pages
from indexer.report import Report
from tests.indexer.conftest import Ears
from tests.indexer.readers import specimens
from tests.indexer.readers.specimens import TEXT
from webui import create_app, drawn

ALTO = specimens.alto().encode()


def zipped(place: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return place


def tarred(place: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(place, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return place


PACKERS = {
    "x.zip": zipped,
    "x.tar": tarred,
    "x.tar.gz": lambda place, files: tarred(place, files, "w:gz"),
    "x.tgz": lambda place, files: tarred(place, files, "w:gz"),
    "x.tar.bz2": lambda place, files: tarred(place, files, "w:bz2"),
    "x.tar.xz": lambda place, files: tarred(place, files, "w:xz"),
}


def loaded(*sources: Path, place: Path) -> Report:
    return load([read_collection(source) for source in sources], open_writer(str(place)), Silent())


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("content", [ALTO, specimens.pdf(), specimens.abbyy().encode()])
def test_a_single_file(tmp_path: Path, ears: Ears, pack, content: bytes) -> None:
    (tmp_path / "x").write_bytes(pack(content))
    assert [page.text for page in read_pages(tmp_path / "x", "x", ears.fault)] == [TEXT]
    (tmp_path / "x").write_bytes(pack(content)[:-20])
    with pytest.raises(BadFile, match=r"damaged (gzip|bzip2|xz) file"):
        read_pages(tmp_path / "x", "x", ears.fault)


def test_several_streams_in_one_file(tmp_path: Path, ears: Ears) -> None:
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        (tmp_path / "x").write_bytes(pack(ALTO[:100]) + pack(ALTO[100:]))
        assert read_pages(tmp_path / "x", "x", ears.fault)[0].text == TEXT


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path, ears: Ears, pack) -> None:
    (tmp_path / "x").write_bytes(pack(b"\0" * (HARMLESS + (40 << 20))))
    with pytest.raises(BadFile, match="a bomb: it unpacks to more than 400 times its size"):
        read_pages(tmp_path / "x", "x", ears.fault)


@pytest.mark.parametrize("name", PACKERS)
def test_a_folder_in_a_packed_file(tmp_path: Path, name: str) -> None:
    files = {"letters/2.xml": ALTO, "letters/10.xml.gz": gzip.compress(ALTO), "notes.docx": b"PK\x03\x04\0\0"}
    folder = tmp_path / "in"
    folder.mkdir()
    place = PACKERS[name](folder / name, files)
    for source, prefix in ((folder, f"{name}/"), (place, "")):
        report = loaded(source, place=tmp_path / f"engine{len(prefix)}")
        assert report.pages == 2
        assert {file.file: file.fate for file in report.files} == {
            **({name: "loaded"} if prefix else {}),
            f"{prefix}letters/2.xml": "loaded",
            f"{prefix}letters/10.xml.gz": "loaded",
            f"{prefix}notes.docx": "unknown",
        }


def test_patterns_and_links_lead_into_packed_files(tmp_path: Path) -> None:
    zipped(tmp_path / "ocr.zip", {"319/0001.xml": ALTO, "319/0002.xml": ALTO})
    tree = Tree(tmp_path)
    assert tree.find("ocr.zip/319/\x02.xml") == [(1, "ocr.zip/319/0001.xml"), (2, "ocr.zip/319/0002.xml")]
    assert tree.holds("ocr.zip/319/0001.xml")
    assert not tree.holds("ocr.zip/319/0003.xml")
    assert tree.named("0001.xml") == ["ocr.zip/319/0001.xml"]


def entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


REFUSED = {
    "../out.xml": "its path leads out",
    "a/../../out.xml": "its path leads out",
    "/etc/passwd": "an absolute path",
    "C:/x.xml": "an absolute path",
    "link.xml": "it is a link",
    "twice.xml": "named twice: only the first is read",
    "bomb.xml": "a bomb: it unpacks to more than 400 times its size",
    "secret.xml": "it is encrypted",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A ZIP with something of every kind that is refused, and one page."""
    place = tmp_path / "hostile.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../out.xml", "a/../../out.xml", "/etc/passwd", "C:/x.xml", "good.xml", "twice.xml", "secret.xml"):
            archive.writestr(entry(name), ALTO)
        archive.writestr(entry("link.xml", 0o120777), "good.xml")
        archive.writestr("bomb.xml", b"\0" * (HARMLESS + 1))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(entry("twice.xml"), ALTO)
    data = bytearray(place.read_bytes())
    at = data.rindex(b"secret.xml") - 46  # its place in the directory at the end
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 8] |= 1
    place.write_bytes(data)
    return place


def test_what_a_zip_refuses_by_name(hostile: Path, tmp_path: Path) -> None:
    packed = contents(hostile)
    assert dict(packed.refused) == REFUSED
    assert list(packed.files) == ["good.xml", "twice.xml"]
    report = loaded(hostile, place=tmp_path / "engine")
    assert report.pages == 2
    said = {file.file: file.said for file in report.files if file.fate == "skipped"}
    assert said == {name: reason for name, reason in REFUSED.items() if name != "twice.xml"}
    assert any("hostile.zip" not in line and "named twice" in line for line in report.skipped_lines())


def test_what_a_tar_refuses_by_name(tmp_path: Path) -> None:
    place = tmp_path / "x.tar"
    with tarfile.open(place, "w") as archive:
        for name, kind in (
            ("l", tarfile.SYMTYPE),
            ("h", tarfile.LNKTYPE),
            ("d", tarfile.CHRTYPE),
            ("f", tarfile.FIFOTYPE),
        ):
            special = tarfile.TarInfo(name)
            special.type, special.linkname = kind, "/etc/passwd"
            archive.addfile(special)
        for name in ("./good.xml", "../out.xml", "/abs.xml", "good.xml"):
            normal = tarfile.TarInfo(name)
            normal.size = len(ALTO)
            archive.addfile(normal, io.BytesIO(ALTO))
    assert contents(place).refused == [
        ("l", "it is a link"),
        ("h", "it is a link"),
        ("d", "it is no ordinary file"),
        ("f", "it is no ordinary file"),
        ("../out.xml", "its path leads out"),
        ("/abs.xml", "an absolute path"),
        ("good.xml", "named twice: only the first is read"),
    ]
    assert read_inside(place / "good.xml", "good.xml", 1 << 20) == ALTO


def test_a_tar_that_is_a_bomb(tmp_path: Path) -> None:
    tarred(tmp_path / "x.tar.gz", {"x": b"\0" * (HARMLESS + (40 << 20))}, "w:gz")
    with pytest.raises(BadFile, match="a bomb"):
        contents(tmp_path / "x.tar.gz")


def test_entries_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    place = zipped(tmp_path / "x.zip", {"a": os.urandom(5_000), "b": b"b"})
    data = bytearray(place.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 42 : at + 46] = (10).to_bytes(4, "little")  # b begins within a
    place.write_bytes(data)
    assert contents(place).refused == [("b", "a bomb: it lies over another file in the same packed file")]


def test_100_000_entries_are_refused_in_time(tmp_path: Path) -> None:
    place = tmp_path / "many.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")
    (tmp_path / "good.xml").write_bytes(ALTO)
    started = time.perf_counter()
    report = loaded(tmp_path, place=tmp_path.with_name("engine"))
    assert time.perf_counter() - started < 5
    assert report.pages == 1
    assert "skipped: many.zip: can't be opened as a packed file: it holds more than 50,000 files" in report.lines()
    with pytest.raises(CollectionError, match="holds more than 50,000 files"):
        read_collection(place)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + b"\0" * 50, b"not packed at all"])
def test_what_is_not_packed_at_all(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    (tmp_path / "good.xml").write_bytes(ALTO)
    report = loaded(tmp_path, place=tmp_path.with_name("engine"))
    assert {file.file: file.fate for file in report.files} == {"good.xml": "loaded", "x.zip": "skipped"}


def test_images_in_packed_files_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    drawn._folder.cache_clear()
    place = zipped(tmp_path / "s.zip", {"1.xml": ALTO, "1.png": specimens.png(6, 8), "r.pdf": specimens.pdf()})
    assert opis.main(["index", str(place), "--engine", str(tmp_path / "engine")]) == 0
    engine = open_engine(str(tmp_path / "engine"))
    snapshot = engine.snapshot()
    ids = [each.record["id"] for each in snapshot.read(snapshot.ask(Question(view="pages", limit=20)).hits)]
    site = create_app(engine).test_client()
    for page, kind in zip(sorted(ids), ("image/png", "image/jpeg"), strict=True):
        with site.get(f"/image/{page}") as answer:
            assert (answer.status_code, answer.mimetype) == (200, kind), page
    drawn._folder.cache_clear()
