"""collection.toml: every key, every fault at once; folders and files without one."""

from pathlib import Path

import pytest

from discovery.errors import CollectionError
from discovery.records import Link, PageFile, Source, Unit
from indexer.bare import units_of_files
from indexer.collection import Collection, read_collection
from indexer.readers import read_units

EAD = "<ead><archdesc level='fonds'/></ead>"
ALTO = "<alto/>"


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def folder_with(tmp_path: Path, toml: str, *empty: str) -> Collection:
    lay(tmp_path, {"collection.toml": toml, "ead.xml": EAD} | dict.fromkeys(empty, ALTO))
    return read_collection(tmp_path)


def test_every_key(tmp_path: Path) -> None:
    lay(tmp_path, {"a/1.csv": "id,title\n", "a/10.csv": "", "a/2.csv": ""})
    toml = """
    id = "A1"
    title = "Papers"
    holder = "Institute"
    languages = ["rus", "de"]
    notice = "Specimens."
    [descriptions]
    files = ["ead.xml", "a/*.csv", "ead.xml"]
    folder_levels = ["file", "dossier"]
    sections = "s"
    [pages]
    pattern = "ocr/{inventory}/{sequence:04d}.xml"
    links = "dao"
    """
    read = folder_with(tmp_path, toml)
    assert (read.id, read.title, read.holder, read.notice) == ("A1", "Papers", "Institute", "Specimens.")
    assert read.languages == ("ru", "de")
    assert read.folder_levels == ("file", "file")
    assert read.sections == "s"
    assert [name for _, name in read.description_files()] == ["ead.xml", "a/1.csv", "a/2.csv", "a/10.csv"]
    assert read.pages.links
    assert not read.defaults
    assert read == read_collection(tmp_path / "collection.toml")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_collection_s_own_names_of_columns(tmp_path: Path, encoding: str) -> None:
    toml = '[columns]\nid = "Дело №"\ntitle = ["Содержание дела", "О чём"]\ndate = "Когда"\n'
    lay(tmp_path, {"collection.toml": toml})
    rows = 'Дело №;Содержание дела;Когда\n1;"Письма\nЛ. Троцкого ""Ко всем""";1932\n2;Протоколы собраний;1933\n'
    (tmp_path / "list.csv").write_bytes(rows.encode(encoding))
    read = read_collection(tmp_path)
    assert read.files == ("list.csv",)
    found = list(read_units(tmp_path / "list.csv", "list.csv", lambda *_: None, lambda *_: None, read.columns))
    assert [(unit.id, unit.title, unit.dates[0].text) for unit in found] == [
        ("1", 'Письма\nЛ. Троцкого "Ко всем"', "1932"),
        ("2", "Протоколы собраний", "1933"),
    ]


def test_a_column_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"columns\.titel: unknown \(did you mean columns\.title\?\)"):
        folder_with(tmp_path, '[columns]\ntitel = "x"')


def test_what_is_not_said_is_assumed_and_told(tmp_path: Path) -> None:
    lay(tmp_path, {"b.xml": EAD, "c.jsonl": '{"id": "1"}', "page.xml": ALTO, "notes.csv": "just, some words"})
    lay(tmp_path, {"d.tsv": "Signatur\tTitel\tDatum", "manifest.json": '{"id": "1"}'})
    read = folder_with(tmp_path, "")
    assert read.id == tmp_path.name
    assert read.files == ("b.xml", "c.jsonl", "d.tsv", "ead.xml")
    assert "descriptions: b.xml, c.jsonl, d.tsv, ead.xml" in read.defaults
    assert "languages: all that opis knows" in read.defaults


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    toml = """
    titel = "x"
    languages = ["ru", "klingonisch"]
    holder = 3
    pages = "ocr"
    [descriptions]
    pattern = "x"
    files = ["gone.xml"]
    folder_levels = [1]
    """
    with pytest.raises(CollectionError) as refused:
        folder_with(tmp_path, toml)
    assert refused.value.message.splitlines()[1:] == [
        "  - titel: unknown (did you mean title?)",
        "  - holder: text expected, not 3",
        "  - pages: a table expected, written [pages]",
        "  - descriptions.pattern: unknown (did you mean pages.pattern?)",
        "  - descriptions.folder_levels: a list of texts expected, not [1]",
        "  - languages: 'klingonisch' is no language",
        "  - descriptions.files: no file 'gone.xml' in this folder",
    ]


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ('pattern = "{folder}/x.xml"', "unknown placeholder {folder}"),
        ('pattern = "{id!r}/x.xml"', "a { or } that is no placeholder"),
        ('pattern = "{id.__class__}"', "a { or } that is no placeholder"),
        ('pattern = "../{id}.xml"', "leads out of the collection folder"),
        ('images = "/etc/{id}"', "leads out of the collection folder"),
        ('pattern = "{sequence}/{sequence}"', "{sequence} more than once"),
        ('links = "mets"', "only 'dao' is known, not 'mets'"),
    ],
)
def test_page_settings_that_are_wrong(tmp_path: Path, pages: str, reason: str) -> None:
    with pytest.raises(CollectionError) as refused:
        folder_with(tmp_path, f"[pages]\n{pages}")
    assert reason in refused.value.message


def test_levels_are_the_same_in_capitals(tmp_path: Path) -> None:
    read = folder_with(tmp_path, '[descriptions]\nfolder_levels = ["Akte", "Box"]')
    assert all(read.is_folder(unit(level=level)) for level in ("file", "box"))


def test_a_settings_file_that_is_no_toml(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"not TOML.*line 1"):
        folder_with(tmp_path, "id = \n")


def unit(id_: str = "u", ref: str = "319", level: str = "file", file: str = "ead.xml", **more: object) -> Unit:
    return Unit(id=id_, ref=ref, level=level, source=Source(file), **more)  # type: ignore[arg-type]


PATTERNS = """[pages]
pattern = ["ocr/{inventory}/{sequence:04d}.xml", "ocr/{inventory}/{sequence:04d}.hocr", "texts/{ref}.txt"]
images = "images/{inventory}/{sequence}.png"
links = "dao"
"""


def test_pages_by_pattern_with_images_and_holes(tmp_path: Path) -> None:
    names = ("0002.xml", "0002.hocr", "0003.hocr", "0007.xml", "10000.xml.bak")
    read = folder_with(tmp_path, PATTERNS, "images/319/3.png", *(f"ocr/319/{name}" for name in names))
    found, missing = read.page_files(unit(), "319")
    assert found == [
        PageFile("ocr/319/0002.xml", 2),
        PageFile("ocr/319/0003.hocr", 3, image="images/319/3.png"),
        PageFile("ocr/319/0007.xml", 7),
    ]
    assert missing == ["ocr/319/0001.xml: missing", "ocr/319/0004.xml to ocr/319/0006.xml: missing"]


def test_patterns_of_folders_are_not_for_items(tmp_path: Path) -> None:
    read = folder_with(tmp_path, PATTERNS, "ocr/319/0001.xml", "texts/319.2.txt")
    found, missing = read.page_files(unit(ref="319.2", level="item"), "319")
    assert found == [PageFile("texts/319.2.txt", 1)]
    assert not missing
    assert len(read.page_files(unit(ref="319.2", level="item"), "319", folder=True)[0]) == 1
    assert not read.page_files(unit(ref=""), "")[0]


def test_links_beside_the_finding_aid_or_by_name(tmp_path: Path) -> None:
    names = ("ead/x/1.xml", "y/2.xml", "z/3 a.xml", "ocr/319/0005.xml", "images/319/5.png", "p/4.xml", "q/4.xml")
    read = folder_with(tmp_path, PATTERNS, *names)
    hrefs = ("x/1.xml#a", "y/2.xml", "D:/scan/3%20a.xml", "old\\3%20a.xml", "../ocr/319/0005.xml", "http://h/2.xml")
    hrefs += ("scan.jpg", "4.xml", "none.xml", "../../../etc/passwd")
    item = unit(ref="319.1", level="item", file="ead/ead.xml", links=tuple(Link(href) for href in hrefs))
    found, missing = read.page_files(item, "319")
    assert found == [
        PageFile("ead/x/1.xml", 1),
        PageFile("y/2.xml", 2),
        PageFile("z/3 a.xml", 3),
        PageFile("ocr/319/0005.xml", 5, image="images/319/5.png"),
    ]
    assert missing == [f"{href}: no such file" for href in ("4.xml", "none.xml", "../../../etc/passwd")]


def test_pages_that_a_table_lists(tmp_path: Path) -> None:
    read = folder_with(tmp_path, "", *(f"tables/ocr/{name}.xml" for name in ("a2", "a10", "b")))
    listed = tuple(PageFile(path, 1) for path in ("ocr/b.xml", "ocr/a*.xml", "ocr/c.xml"))
    found, missing = read.page_files(unit(file="tables/t.csv", pages=listed), "")
    assert [page.path for page in found] == ["tables/ocr/b.xml", "tables/ocr/a2.xml", "tables/ocr/a10.xml"]
    assert [page.sequence for page in found] == [1, 2, 3]
    assert missing == ["ocr/c.xml: no such file"]


@pytest.mark.parametrize("value", ["../secret", "/etc", "..", "a/../../secret"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, value: str) -> None:
    lay(tmp_path, {"secret/1.xml": ALTO, "secret.txt": "x"})
    (tmp_path / "in").mkdir()
    read = folder_with(tmp_path / "in", '[pages]\npattern = ["{ref}/{sequence}.xml", "{ref}.txt"]')
    found, missing = read.page_files(unit(ref=value, pages=(PageFile(f"{value}.txt", 1),)), value)
    assert not found
    assert missing


def test_links_of_the_file_system_don_t_lead_out(tmp_path: Path) -> None:
    lay(tmp_path, {"secret/1.xml": ALTO})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "319").symlink_to(tmp_path / "secret")
    read = folder_with(tmp_path / "in", '[pages]\npattern = "{ref}/{sequence}.xml"')
    assert not read.page_files(unit(), "319")[0]


def test_signs_in_a_reference_are_only_signs(tmp_path: Path) -> None:
    read = folder_with(tmp_path, '[pages]\npattern = "ocr/{ref}_{sequence}.xml"', "ocr/[a]*_1.xml", "ocr/ab_2.xml")
    assert [page.path for page in read.page_files(unit(ref="[a]*"), "")[0]] == ["ocr/[a]*_1.xml"]
    assert not read.page_files(unit(ref="*"), "")[0]


def test_a_single_finding_aid(tmp_path: Path) -> None:
    lay(tmp_path, {"aid.xml": EAD, "other.xml": EAD})
    read = read_collection(tmp_path / "aid.xml")
    assert (read.id, read.files, read.pages.links) == ("aid", ("aid.xml",), True)
    assert "descriptions: aid.xml" in read.defaults


def test_a_bare_folder_of_pages(tmp_path: Path) -> None:
    files = dict.fromkeys(("letters/1933/b.xml", "letters/a.hocr.html", "z.xml"), ALTO)
    lay(tmp_path, files | {"letters/10.txt": "x", "letters/9.txt": "x", "README.md": "x", ".hidden.txt": "x"})
    read = read_collection(tmp_path)
    units = list(read.found_units())
    top = tmp_path.name
    assert [(each.id, each.parent, each.level) for each in units] == [
        (top, None, "fonds"),
        ("z.xml", top, "item"),
        ("letters", top, "file"),
        ("letters/9.txt", "letters", "item"),
        ("letters/10.txt", "letters", "item"),
        ("letters/a.hocr.html", "letters", "item"),
        ("letters/1933", "letters", "file"),
        ("letters/1933/b.xml", "letters/1933", "item"),
    ]
    pages = [page.path for each in units for page in read.page_files(each, each.ref)[0]]
    assert pages == [each.id for each in units if each.level == "item"]
    assert read.defaults[-1] == "pages: 5 files of recognised text, an item each"


@pytest.mark.parametrize(
    ("name", "title"),
    [("0001.alto.xml.gz", "0001"), ("J. Wolf to L.D., 1933.txt", "J. Wolf to L.D., 1933"), (".txt.TXT", ".txt.TXT")],
)
def test_a_page_file_is_called_by_its_name_without_what_it_is(name: str, title: str) -> None:
    assert [unit.title for unit in units_of_files("top", "Top", [name])] == ["Top", title]


def test_what_is_in_a_folder_that_can_t_be_loaded_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {"a.xml": "<XMD-PAGE/>", **{f"{at}.md": "x" for at in range(7)}})
    with pytest.raises(CollectionError) as refused:
        read_collection(tmp_path)
    assert refused.value.message.splitlines()[1:] == [
        *(f"  {at}.md: plain text" for at in range(5)),
        "  and 3 more files",
    ]
    with pytest.raises(CollectionError, match=r"a\.xml: XML of a kind that opis doesn't know \(<XMD-PAGE>\)"):
        read_collection(tmp_path / "a.xml")


@pytest.mark.parametrize("files", [{}, {"a.md": "x"}, {"a.pdf": "x"}])
def test_nothing_to_load(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(CollectionError, match="nothing here to load"):
        read_collection(lay(tmp_path, files))
    with pytest.raises(CollectionError, match="no such file or folder"):
        read_collection(tmp_path / "none")


def test_a_file_that_is_not_what_its_name_says_is_left_to_the_load_to_refuse(tmp_path: Path) -> None:
    lay(tmp_path, {"x.xml": "not xml", "y.csv": "just, some words"})
    assert read_collection(tmp_path / "x.xml").files == ("x.xml",)
    assert read_collection(tmp_path / "y.csv").files == ("y.csv",)


def test_lists_of_who_is_who_and_of_concepts(tmp_path: Path) -> None:
    """Files, folders and patterns, also outside the collection; beside it they are not taken for finding aids."""
    names = ("names.csv", "../eac/10.xml", "../eac/9.xml", "../eac/notes.txt", "../skos/places.rdf")
    (tmp_path / "home").mkdir()
    toml = 'authority = ["names.csv", "../eac", "../skos/*"]\nthesaurus = "../skos/places.rdf"'
    read = folder_with(tmp_path / "home", toml, *names)
    assert read.authority == ("names.csv", "../eac/9.xml", "../eac/10.xml", "../skos/places.rdf")
    assert [shown for _, shown in read.thesaurus_files()] == ["../skos/places.rdf"]
    assert read.files == ("ead.xml",)
    with pytest.raises(CollectionError, match=r"authority: no file 'gone/\*', looked for from this folder"):
        folder_with(tmp_path, 'authority = "gone/*"')
