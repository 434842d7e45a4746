"""METS and IIIF manifests as the list of an item's pages and images."""

import json
from pathlib import Path
from typing import Any

import pytest

from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Question
from discovery.errors import BadFile
from discovery.records import PageFile
from indexer.collection import read_collection
from indexer.files import Tree
from indexer.lists import list_of, pages_of
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import iiif, mets
from indexer.readers.page_lists import ListedPage
from indexer.report import Report
from tests.indexer.conftest import Ears
from tests.indexer.readers import specimens


def mets_file(groups: dict[str, list[str]], title: str = "Letters", order: str = "PHYSICAL", types: str = "") -> str:
    files = "".join(
        f'<mets:fileGrp USE="{use}">'
        + "".join(
            f'<mets:file ID="{use}_{at}" {types}><mets:FLocat xlink:href="{href}"/></mets:file>'
            for at, href in enumerate(hrefs)
        )
        + "</mets:fileGrp>"
        for use, hrefs in groups.items()
    )
    count = max(map(len, groups.values()))
    pages = "".join(
        f'<mets:div TYPE="page" ORDER="{at + 1}">'
        + "".join(f'<mets:fptr FILEID="{use}_{at}"/>' for use, hrefs in groups.items() if at < len(hrefs))
        + "</mets:div>"
        for at in range(count)
    )
    return (
        '<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="MS 7">'
        '<mets:dmdSec><mets:mdWrap><mets:xmlData><m:mods xmlns:m="http://www.loc.gov/mods/v3"><m:titleInfo><m:title>'
        f"{title}</m:title></m:titleInfo><m:name><m:namePart type='family'>Sedov</m:namePart><m:namePart type='given'>"
        "Lev</m:namePart></m:name><m:originInfo><m:dateIssued>1932</m:dateIssued></m:originInfo><m:language>"
        "<m:languageTerm>rus</m:languageTerm></m:language></m:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>"
        f"<mets:fileSec>{files}</mets:fileSec><mets:structMap TYPE='LOGICAL'><mets:div TYPE='letter'/></mets:structMap>"
        f"<mets:structMap TYPE='{order}'><mets:div TYPE='physSequence'>{pages}</mets:div></mets:structMap></mets:mets>"
    )


def manifest_2(pages: list[tuple[str, str]]) -> dict[str, Any]:
    canvases = [
        {
            "@type": "sc:Canvas",
            "images": [{"resource": {"@id": image, "service": {"@id": image.split("/full/")[0]}}}],
            **({"seeAlso": {"@id": text, "format": "text/xml"}} if text else {}),
        }
        for image, text in pages
    ]
    return {
        "@context": "http://iiif.io/api/presentation/2/context.json",
        "@type": "sc:Manifest",
        "label": [{"@value": "Briefe", "@language": "de"}],
        "metadata": [{"label": "Date", "value": "1932"}, {"label": "Creator", "value": ["Sedov, Lev"]}],
        "sequences": [{"canvases": canvases}],
    }


def manifest_3(pages: list[tuple[str, str]]) -> dict[str, Any]:
    canvases = [
        {
            "type": "Canvas",
            "items": [{"type": "AnnotationPage", "items": [{"body": {"id": image, "type": "Image"}}]}],
            "seeAlso": [{"id": text}] if text else [],
        }
        for image, text in pages
    ]
    return {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "type": "Manifest",
        "label": {"de": ["Briefe"]},
        "metadata": [{"label": {"en": ["Date"]}, "value": {"none": ["1932"]}}],
        "items": canvases,
    }


def lay(folder: Path, *names: str, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        image = name.endswith((".png", ".jpg"))
        (folder / name).write_bytes(specimens.png(6, 8) if image else specimens.alto().encode())
    for name, text in texts.items():
        (folder / f"{name}.{'json' if text.startswith('{') else 'xml'}").write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path, place: Path) -> tuple[Report, list[dict[str, Any]], list[dict[str, Any]]]:
    """The report, and the records of items and pages."""
    report = load([read_collection(folder)], open_writer(str(place)), Silent())
    snapshot = open_engine(str(place)).snapshot()
    found = (snapshot.read(snapshot.ask(Question(view=view, limit=50)).hits) for view in ("items", "pages"))
    items, pages = ([each.record for each in stored] for stored in found)
    return report, items, sorted(pages, key=lambda page: page["id"])


GROUPS = {
    "THUMBS": ["t/1.jpg", "t/2.jpg"],
    "DEFAULT": ["img/b.jpg", "img/a.jpg"],
    "FULLTEXT": ["ocr/b.xml", "ocr/a.xml"],
}


def test_what_mets_says(ears: Ears) -> None:
    found = mets.read_list(mets_file(GROUPS).encode(), "m.xml", ears.fault)
    assert (found.title, found.ref, found.language) == ("Letters", "MS 7", "ru")
    assert [date.text for date in found.dates] == ["1932"]
    assert [name.text for name in found.names] == ["Sedov, Lev"]
    assert found.pages == (
        ListedPage(("ocr/b.xml",), ("img/b.jpg", "t/1.jpg")),
        ListedPage(("ocr/a.xml",), ("img/a.jpg", "t/2.jpg")),
    )


@pytest.mark.parametrize(("make", "names"), [(manifest_2, ["Sedov, Lev"]), (manifest_3, [])])
def test_what_a_manifest_says(ears: Ears, make, names: list[str]) -> None:
    text = json.dumps(make([("https://x/1.jpg", "https://x/1.xml"), ("https://x/2.jpg", "")]))
    found = iiif.read_list(text.encode(), "m.json", ears.fault)
    assert (found.title, [date.text for date in found.dates], [name.text for name in found.names]) == (
        "Briefe",
        ["1932"],
        names,
    )
    assert [page.texts for page in found.pages] == [("https://x/1.xml",), ()]
    assert [page.images[0] for page in found.pages] == ["https://x/1.jpg", "https://x/2.jpg"]


def test_mets_in_a_bare_folder(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "c", "ocr/a.xml", "ocr/b.xml", "img/a.jpg", "img/b.jpg", "loose.xml", mets=mets_file(GROUPS)
    )
    report, items, pages = loaded(folder, tmp_path / "engine")
    assert {item["id"]: item["title"] for item in items} == {"mets.xml": "Letters", "loose.xml": "loose"}
    assert [(page["id"], page["image"], page["source"].split(":")[0]) for page in pages] == [
        ("loose.xml/0001", "", "loose.xml"),
        ("mets.xml/0001", "img/b.jpg", "ocr/b.xml"),
        ("mets.xml/0002", "img/a.jpg", "ocr/a.xml"),
    ]
    assert {file.file: file.fate for file in report.files} == {
        **dict.fromkeys(("loose.xml", "mets.xml", "ocr/a.xml", "ocr/b.xml"), "loaded"),
        **dict.fromkeys(("img/a.jpg", "img/b.jpg"), "part"),
    }
    assert "Of 6 files: 4 loaded, 2 read as part of others." in report.lines()
    assert str(next(file for file in report.files if file.file == "mets.xml")) == (
        "mets.xml: loaded as a list of pages (METS): 2 pages in its order"
    )


@pytest.mark.parametrize("make", [manifest_2, manifest_3])
def test_a_manifest_in_a_bare_folder(tmp_path: Path, make) -> None:
    listed = [("https://x/iiif/b.jpg", "https://x/ocr/b.xml"), ("https://x/iiif/a.jpg", ""), ("https://x/gone.jpg", "")]
    folder = lay(tmp_path / "c", "a.xml", "b.xml", "a.jpg", "b.jpg", manifest=json.dumps(make(listed)))
    report, items, pages = loaded(folder, tmp_path / "engine")
    assert [item["title"] for item in items] == ["Briefe"]
    assert [(page["source"].split(":")[0], page["image"]) for page in pages] == [("b.xml", "b.jpg"), ("a.xml", "a.jpg")]
    assert list(report.skipped_lines()) == [
        "manifest.json: manifest.json: 1 of its 3 pages are not here, the first https://x/gone.jpg"
    ]


def test_images_of_an_image_service_go_by_their_identifier(tmp_path: Path) -> None:
    listed = manifest_2([("https://x/iiif/2/abc%2F0001/full/full/0/default.jpg", "")])
    tree = Tree(lay(tmp_path, "scans/0001.jpg", "scans/0001.xml", manifest=json.dumps(listed)))
    found = list_of(tree, "manifest.json")
    assert found
    assert pages_of(tree, "manifest.json", found)[0] == [
        PageFile("scans/0001.xml", 1, image="scans/0001.jpg", listed_in="manifest.json")
    ]


def test_a_link_of_a_finding_aid_to_mets_leads_to_its_pages(tmp_path: Path) -> None:
    ead = (
        "<ead><archdesc level='fonds'><did><unitid>F</unitid></did><dsc><c01 level='file'><did><unitid>1</unitid>"
        "<dao href='x.mets.xml'/></did></c01></dsc></archdesc></ead>"
    )
    folder = lay(tmp_path / "c", "ocr/a.xml", "ocr/b.xml", "img/a.jpg", "img/b.jpg", ead=ead)
    (folder / "x.mets.xml").write_text(mets_file(GROUPS), encoding="utf-8")
    report, _, pages = loaded(folder, tmp_path / "engine")
    assert [(page["sequence"], page["image"]) for page in pages] == [(1, "img/b.jpg"), (2, "img/a.jpg")]
    assert not [file for file in report.files if file.fate == "skipped"]


def test_nothing_outside_the_folder_is_listed(tmp_path: Path) -> None:
    lay(tmp_path, "secret.xml")
    hrefs = ["../secret.xml", str(tmp_path / "secret.xml"), f"file://{tmp_path}/secret.xml", "..%2Fsecret.xml"]
    tree = Tree(lay(tmp_path / "c", mets=mets_file({"FULLTEXT": hrefs})))
    found = list_of(tree, "mets.xml")
    assert found
    assert pages_of(tree, "mets.xml", found)[0] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<mets:mets xmlns:mets='x'/>", "lists no pages"),
        ("<mets><fileSec>", "lists no pages|breaks off"),
        ('{"@context": "http://iiif.io/api/presentation/3/context.json"}', "lists no pages"),
        ('{"@context": "http://iiif.io/api/presentation/3/context.json", ' + '"items":' + "[" * 100_000, "not JSON"),
    ],
)
def test_lists_that_list_nothing_are_reported(tmp_path: Path, ears: Ears, text: str, reason: str) -> None:
    read = iiif.read_list if text.startswith("{") else mets.read_list
    with pytest.raises(BadFile, match=reason):
        read(text.encode(), "x", ears.fault)
    folder = lay(tmp_path / "c", "good.xml", mets=text)
    report, _, pages = loaded(folder, tmp_path / "engine")
    assert len(pages) == 1
    assert [file.fate for file in report.files if file.file.startswith("mets")] == ["skipped"]


def test_the_mets_of_the_corpora(corpora: Path, tmp_path: Path) -> None:
    report, items, _ = loaded(corpora / "ocr" / "ocrd_gt_page", tmp_path / "engine")
    assert (len(items), report.pages) == (14, 41)
    assert {file.fate for file in report.files} == {"loaded"}
    assert not report.skipped
