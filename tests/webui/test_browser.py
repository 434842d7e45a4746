"""The site in a real Chromium, JavaScript off: what a reader does, from a word in Russian to a page.

Skips without Chromium; with OPIS_TEST_REQUIRE_ALL=1, as in CI, that is a failure.
"""

import os
import shutil
import threading

import pytest
from werkzeug.serving import make_server

pytestmark = [
    pytest.mark.browser,
    # A browser that goes on before an image is there leaves its file to the collector, at any later moment.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (360, 1280)


def chromium():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        reason = "no chromium: apt-get install chromium"
        if os.environ.get("OPIS_TEST_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def address(app):
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    path = chromium()
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def tab(browser, address):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    yield tab
    context.close()


def test_from_a_word_to_a_page(tab):
    tab.goto("/")
    tab.get_by_role("combobox", name="Search the archive").fill("оппозиции")
    tab.get_by_role("button", name="Search").click()
    assert "Understood as" in tab.locator(".understood").inner_text()
    assert set(tab.locator("article.row mark").all_inner_texts()) == {"оппозиции", "Оппозиция"}
    tab.get_by_role("link", name="Letters to Sedov").first.click()
    assert tab.locator(".slip").inner_text() == "Institute, Papers of the Left Opposition, inv. 15"
    tab.get_by_role("link", name="p. 1").click()
    assert tab.locator(".transcript mark").inner_text() == "оппозиции"
    image = tab.locator(".sheet img").bounding_box()
    box = tab.locator(".sheet rect").bounding_box()
    assert image["x"] <= box["x"]
    assert box["y"] + box["height"] <= image["y"] + image["height"]
    tab.get_by_role("link", name="p. 2 →").first.click()
    assert tab.locator(".transcript mark").inner_text() == "Оппозиция"


def test_a_facet_and_back(tab):
    tab.goto("/search")
    tab.get_by_role("complementary").get_by_role("link", name="France", exact=True).click()
    assert tab.url.endswith("/search?section=France")
    assert tab.locator("article.row").count() == 1
    tab.locator(".chips a").first.click()
    assert tab.url.endswith("/search")
    tab.get_by_role("link", name="Leave out France").click()
    assert tab.url.endswith("/search?-section=France")


def test_a_bar_of_the_histogram(tab):
    tab.goto("/search?view=items")
    tab.locator("svg.bars a", has=tab.locator("title", has_text="1931:")).click()
    assert tab.url.endswith("/search?view=items&from=1931&to=1931")
    assert tab.locator("#from").input_value() == "1931"
    tab.locator("svg.bars a", has=tab.locator("title", has_text="May 1931:")).click()
    assert tab.url.endswith("/search?view=items&from=1931-05&to=1931-05")


def test_from_all_years_to_a_day_and_back(tab):
    tab.goto("/search?view=items")
    for title in ("1931:", "May 1931:", "14 May 1931:"):
        tab.locator("svg.bars a", has=tab.locator("title", has_text=title)).click()
    assert tab.url.endswith("/search?view=items&from=1931-05-14&to=1931-05-14")
    for bounds in ("&from=1931-05&to=1931-05", "&from=1931&to=1931", ""):
        tab.locator("a.wider").click()
        assert tab.url.endswith(f"/search?view=items{bounds}")
    assert tab.locator("a.wider").count() == 0


def test_the_undated_by_their_bar(tab):
    tab.goto("/search")
    tab.locator("svg.bars a", has=tab.locator("title", has_text="Undated")).click()
    assert tab.url.endswith("/search?dates=undated")
    assert tab.locator("article.row h3").all_inner_texts() == ["Minutes without a date"]


def test_drawing_over_the_bars_chooses_their_dates(browser, address):
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    tab.goto("/search")
    bars = [bar.bounding_box() for bar in tab.locator("svg.bars a[data-date] .room").all()]
    row = bars[0]["y"] + 5
    tab.mouse.move(bars[1]["x"] + 3, row)
    tab.mouse.down()
    tab.mouse.move(bars[-1]["x"] + bars[-1]["width"] - 3, row, steps=4)
    assert tab.locator("svg.bars a.drawn").count() == len(bars) - 1
    with tab.expect_navigation():
        tab.mouse.up()
    assert tab.url.endswith("from=1932&to=1933")
    context.close()


def test_date_boxes_belong_to_the_search_form(tab):
    tab.goto("/search?q=Opposition&section=France")
    tab.get_by_label("From").fill("1932")
    tab.get_by_role("button", name="Apply").click()
    assert tab.url.endswith("/search?q=Opposition&section=France&from=1932")


def test_the_keyboard_reaches_the_content_first(tab):
    tab.goto("/search?q=Opposition")
    tab.keyboard.press("Tab")
    assert tab.locator(":focus").inner_text() == "Skip to the content"
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#main")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/", "/search?q=Opposition", "/unit/f13", "/page/f15.1/0001?q=письмо", "/help"])
def test_nothing_is_wider_than_the_screen(browser, address, path, width):
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    tab = context.new_page()
    faults = []
    tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    tab.goto(path)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert faults == []
    context.close()


def test_a_list_is_kept_from_result_to_slip(address, browser):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{address}/search?q=оппозиция")
    page.locator("a.keep").first.click()
    assert page.locator("a.keep").first.inner_text() == "✓ listed"
    page.goto(f"{address}/unit/f12")
    page.locator("a.keep").first.click()
    page.locator("a.listing").click()
    page.locator(".listed input:not([type=hidden])").last.fill("ask for the microfilm")
    page.get_by_role("button", name="Keep the notes").click()
    assert page.locator(".slips .one").count() == 2
    page.goto(f"{address}/")
    assert page.locator("a.listing .count").inner_text() == "2"
    page.locator("a.listing").click()
    assert page.locator(".listed input:not([type=hidden])").last.input_value() == "ask for the microfilm"
    page.locator("a.off").first.click()
    assert page.locator("a.listing .count").inner_text() == "1"
    assert page.pdf()[:4] == b"%PDF"


def test_a_list_is_its_address_where_there_are_no_scripts(address, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/search?q=оппозиция")
    page.locator("a.keep").first.click()
    page.locator("#on").fill("comité")
    page.get_by_role("button", name="Search").last.click()
    page.locator("h3 a").first.click()
    page.locator("a.keep").first.click()
    assert page.locator(".listed > li").count() == 2
