"""Every layout that may be chosen tells what it shows, in the handbook too."""

from pathlib import Path

from generator.subjects.registry import all_components


def test_every_layout_tells_what_it_shows() -> None:
    handbook = Path("docs/handbok.md").read_text(encoding="utf-8")
    for component in all_components().values():
        for layout in component.layouts:
            assert layout.shows.endswith("."), (component.name, layout)
            assert f"| {layout} |" in handbook, (component.name, layout)
            assert layout.shows in handbook, (component.name, layout)


def test_a_layout_is_found_however_it_is_typed() -> None:
    layouts = all_components()["Medlemsbidrag"].layouts
    assert "Per  Kvartal" in layouts
    assert "per månad" not in layouts
