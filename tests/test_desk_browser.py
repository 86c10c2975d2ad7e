"""The page to work at in a real browser: from what is dropped to what is saved, by mouse and by keys, and for all."""

import base64
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from browser import axe, too_wide
from pdfs import written
from playwright.sync_api import Browser, Page, Route, expect
from small_underlag import small

from generator.model.amounts import IncomeOrCost

INPUTS = Path(__file__).parents[1] / "inputs"
_RESULT = "income_statement.net_result@2020"
_UNFOLDED = """() => {
  document.querySelectorAll("#trace details").forEach(each => { each.open = true });
  return document.querySelector("#trace .leaf");
}"""
_EXCHANGED = """async () => {
  const { exchange } = await import("./static/exchange.js");
  const of = (html) => new DOMParser().parseFromString(html, "text/html").body;
  const fresh = [];
  const old = of('<p>först</p><section id="a"><p>ett</p><p>andra</p></section><p>sist</p>');
  const next = of('<p>först</p><p>ny</p><section id="a"><p>ett</p><p>andra ändrad</p></section><p>sist på raden</p>');
  const html = next.innerHTML; // what has come is taken from it
  exchange(old, next, fresh);
  return [old.innerHTML === html, ...fresh.map(each => each.textContent)];
}"""
_FOLLOWED = """async () => {
  const { watched } = await import("./static/files.js");
  const seen = [];
  let read;
  const asked = new Promise(asked => {
    const getFile = () => new Promise(done => { read = done; asked(); });
    watched([], [{ kind: "file", name: "först.xlsx", getFile }], () => seen.push("först"));
  });
  await asked;
  watched([], null);
  read({ size: 1, lastModified: 1 });
  await new Promise(later => setTimeout(later));
  return seen;
}"""
_PROTECTED = """async () => {
  const { Trace } = await import("./static/trace.js");
  const place = document.createElement("div");
  const figure = { label: "Insats 3", value: "(skyddat)", period: "2020", formula: "", parts: [] };
  new Trace(place, { places: () => 0 }).show({ key: figure }, "key");
  return [...place.childNodes].slice(1).map(each => each.textContent);
}"""
_DROP = """files => {
  const data = new DataTransfer();
  for (const [name, text] of Object.entries(files)) {
    data.items.add(new File([Uint8Array.from(atob(text), each => each.charCodeAt(0))], name));
  }
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@contextmanager
def serving(*given: str, home: Path | None = None) -> Iterator[str]:
    """Run ``open`` and give the page's address; ``home`` is where its user has documents."""
    command = [str(Path(sys.executable).with_name("arsredovisning")), "open", *given, "--no-browser"]
    own = {**os.environ, "HOME": str(home)} if home else None
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=own) as running:  # noqa: S603
        try:
            assert running.stdout is not None
            found = re.search(r"http://\S+", running.stdout.readline())
            assert found
            yield found[0]
        finally:
            running.terminate()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sidan") / "Provet"
    place.mkdir()
    written(small(), place)
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(str(folder)) as found:
        yield found


@pytest.fixture(scope="module")
def empty_address() -> Iterator[str]:
    with serving() as found:
        yield found


@contextmanager
def at_work(browser: Browser, address: str, width: int = 1366, *, dark: bool = False) -> Iterator[Page]:
    """The page in a window; nothing may go wrong in it."""
    page = browser.new_page(
        viewport={"width": width, "height": 768}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if "Content Security Policy" in told.text else None)
    page.goto(address)
    yield page
    page.close()
    assert wrong == []


def shown(page: Page, times: int = 1) -> None:
    page.wait_for_function("times => Number(document.body.dataset.shown || 0) >= times", arg=times)


def with_cost(folder: Path, amount: object) -> None:
    values = small()
    values[IncomeOrCost][1]["this_year"] = amount
    written(values, folder)


def dropped(page: Page, files: Mapping[str, bytes]) -> None:
    page.evaluate(_DROP, {name: base64.b64encode(data).decode() for name, data in files.items()})


def test_a_save_is_seen_and_an_error_leads_to_its_place_and_away_again(
    browser: Browser, address: str, folder: Path
) -> None:
    written(small(), folder)
    with at_work(browser, address) as page:
        shown(page)
        expect(page.locator("#findings")).to_contain_text("Inga fel")
        with_cost(folder, "femhundra")
        expect(page.locator(".finding.error").first).to_contain_text("femhundra")
        expect(page.locator("#status")).to_contain_text("fel")
        expect(page.frame_locator("#frame").locator("body")).to_have_attribute("data-desk-draft", "Arbetsutkast, 1 fel")
        assert axe(page) == []
        page.locator("#make summary").click()
        expect(page.locator("[data-make=pdf]")).to_have_attribute("aria-disabled", "true")
        expect(page.locator("#not-whole")).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".finding.error").first.get_by_role("button", name="Visa i rapporten").click()
        expect(page.frame_locator("#frame").locator(".desk-here")).to_be_in_viewport()
        with_cost(folder, Decimal("777.00"))
        expect(page.locator(".finding.error").first).to_contain_text("Skillnad 123,25 kr")
        expect(page.locator("#pointing")).to_be_hidden()  # what it led to is mended
        changed = page.frame_locator("#frame").locator(".desk-fresh")
        expect(changed.filter(has_text="777").first).to_be_attached()
        (folder / "underlag.xlsx").write_bytes(b"PK nothing")
        expect(page.locator("#undrawn")).to_contain_text("som den var klockan")
        expect(page.locator("#findings")).to_contain_text("inte en Excel-arbetsbok")
        written(small(), folder)
        expect(page.locator("#undrawn")).to_be_hidden()
        expect(page.locator("#findings")).to_contain_text("Inga fel")
        expect(page.frame_locator("#frame").locator("body[data-desk-draft]")).to_have_count(0)


def test_a_figure_is_followed_to_its_cell_by_keys_alone(browser: Browser, address: str, folder: Path) -> None:
    written(small(), folder)
    with at_work(browser, address) as page:
        shown(page)
        report = page.frame_locator("#frame")
        report.locator('[data-figure][tabindex="0"]').focus()
        assert report.locator('[data-figure][tabindex="0"]').count() == 1
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(page.locator("#trace h2")).to_be_visible()
        report.locator(f'[data-figure="{_RESULT}"]').first.click()
        expect(page.locator("#trace .formula").first).to_contain_text("Resultat efter finansiella poster")
        page.wait_for_function(_UNFOLDED)
        expect(page.locator("#trace .leaf").first).to_contain_text("fliken Intäkter och kostnader, cell")
        page.get_by_role("button", name="Visa i rapporten").click()
        expect(report.locator(".desk-here")).to_be_in_viewport()
        unfolded = page.locator("#trace details[open]").count()
        with_cost(folder, Decimal("778.00"))
        shown(page, 2)
        expect(page.locator("#trace .leaf", has_text="778").first).to_be_visible()  # as it is now, unfolded as it was
        assert page.locator("#trace details[open]").count() == unfolded > 2


def test_what_is_dropped_is_read_and_saved_as_a_pdf_and_what_is_wrong_is_told(
    browser: Browser, empty_address: str, folder: Path
) -> None:
    written(small(), folder)
    with at_work(browser, empty_address) as page:
        assert axe(page) == []
        dropped(page, {"bild.png": b"\x89PNG"})
        expect(page.locator("#refused")).to_contain_text("arbetsbok")
        dropped(page, {"underlag.xlsx": (folder / "underlag.xlsx").read_bytes()})
        shown(page)
        expect(page.locator("h1")).to_contain_text("Samordningsförbundet Provet 2020")
        page.locator("#make summary").click()
        with page.expect_download() as saving:
            page.locator("[data-make=pdf]").click()
        assert Path(saving.value.path()).read_bytes().startswith(b"%PDF")
        expect(page.locator("#status")).to_contain_text("Sparat bland dina hämtade filer: PDF")
        page.get_by_role("button", name="Ny mapp").click()
        expect(page.locator("#drop")).to_be_visible()
        dropped(page, {"underlag.xlsx": (INPUTS / "sofint-2020" / "underlag.xlsx").read_bytes()})
        warning = page.locator(".finding.warning", has_text="organisationsnummer saknas")
        warning.get_by_text("Är det rätt som det är?").click()
        expect(warning.locator(".accept dd").first).to_be_visible()  # the rule that it is accepted by


@pytest.mark.parametrize(("width", "dark"), [(320, True), (768, False), (1440, True)])
def test_all_can_use_every_part_of_the_page(browser: Browser, address: str, width: int, *, dark: bool) -> None:
    with at_work(browser, address, width, dark=dark) as page:
        shown(page)
        if page.locator("#sides").is_visible():  # a narrow window shows one side at a time
            page.locator("#sides [data-side=panel]").click()
        for tab in page.get_by_role("tab").all():
            tab.click()
            assert axe(page) == []
        assert too_wide(page) == 0


def test_what_is_missing_in_the_form_is_told_at_its_field(browser: Browser, empty_address: str) -> None:
    with at_work(browser, f"{empty_address}new") as page:
        page.locator("#year").fill("20")
        page.get_by_role("button", name="Gör mappen").click()
        expect(page.locator("#name")).to_be_focused()
        expect(page.locator("#name")).to_have_accessible_description("Skriv vad förbundet heter.")
        expect(page.locator("#year")).to_have_accessible_description(re.compile("Skriv ett år mellan"))
        assert axe(page) == []


def test_a_report_is_begun_on_the_page_and_shown_there(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "Dokument").mkdir()
    with serving(home=tmp_path) as address, at_work(browser, f"{address}new") as page:
        page.get_by_label("Vad heter förbundet?").fill("Samordningsförbundet Älven")
        page.get_by_label("Vilket år").fill("2025")
        page.get_by_label("Har ni mål som bedöms?").check()
        page.get_by_role("button", name="Gör mappen").click()
        expect(page.get_by_role("heading", name="Mappen är gjord")).to_be_visible(timeout=30_000)
        assert (tmp_path / "Dokument" / "Samordningsförbundet Älven 2025" / "underlag.xlsx").exists()
        page.get_by_role("link", name="Till rapporten").click()
        shown(page)
        expect(page.locator("h1")).to_have_text("Samordningsförbundet Älven 2025")
        expect(page.locator(".verdict")).to_contain_text("återstår")


def test_only_what_has_changed_is_marked_where_a_row_came_before_it(browser: Browser, address: str) -> None:
    with at_work(browser, address) as page:
        assert page.evaluate(_EXCHANGED) == [True, "ny", "andra ändrad", "sist på raden"]


def test_an_answer_of_before_a_save_is_not_shown_and_ends_no_other_work(
    browser: Browser, address: str, folder: Path
) -> None:
    written(small(), folder)
    with at_work(browser, address) as page:
        shown(page)
        held: list[Route] = []

        def hold(asked: Route) -> None:
            held.append(asked)

        page.route("**/made?*", hold)
        page.locator("#make summary").click()
        page.locator("[data-make=json]").click()
        page.route("**/examined?parts=figures", hold)
        page.frame_locator("#frame").locator(f'[data-figure="{_RESULT}"]').first.click()
        expect(page.get_by_role("tab", name="Siffran")).to_have_attribute("aria-selected", "true")
        before = held[1].fetch()
        page.unroute("**/examined?parts=figures")
        with_cost(folder, Decimal("777.00"))
        shown(page, 2)
        held[1].fulfill(response=before)
        page.wait_for_timeout(200)  # for what is too old to come
        expect(page.locator("#trace .value strong")).to_have_text("523,50 kr")
        expect(page.locator("#working-on")).to_have_text("Gör Siffror (JSON)")
        held[0].abort()
        expect(page.locator("#work")).to_be_hidden()


def test_a_program_that_has_ended_is_told_of(browser: Browser, tmp_path: Path) -> None:
    written(small(), tmp_path)
    with ExitStack() as ending:
        address = ending.enter_context(serving(str(tmp_path)))
        with at_work(browser, address) as page:
            shown(page)
            ending.close()
            expect(page.locator("#trouble")).to_contain_text("Programmet svarar inte", timeout=10_000)
            page.locator("header [data-show=workbook]").click()
            expect(page.locator("#status")).to_contain_text("Programmet svarar inte")


def test_a_form_that_is_open_tells_the_program_that_it_is(browser: Browser, empty_address: str) -> None:
    with at_work(browser, empty_address) as page:
        page.clock.install()
        page.goto(f"{empty_address}new")
        with page.expect_request("**/frame", timeout=3000):
            page.clock.run_for(61_000)


def test_only_the_files_that_were_given_last_are_followed(browser: Browser, empty_address: str) -> None:
    with at_work(browser, empty_address) as page:
        assert page.evaluate(_FOLLOWED) == []


def test_a_figure_that_is_protected_is_told_without_a_formula(browser: Browser, empty_address: str) -> None:
    with at_work(browser, empty_address) as page:
        assert page.evaluate(_PROTECTED) == ["Insats 3", "(skyddat)2020", "Inget är inskrivet."]
