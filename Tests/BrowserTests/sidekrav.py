"""What every page must be: axe-core finds nothing, and what axe-core does not look for holds too."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from nettleser import BRED, SMAL, farger, konsoll, nettleser, størrelse

AXE = "axe_playwright_python"

RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  (found) => done(found.violations.map((rule) =>
    rule.id + ': ' + rule.help + ' (' + rule.impact + ')' + rule.nodes.slice(0, 5).map((node) =>
      '\\n      ' + node.target.join(' ') + '\\n        ' + node.failureSummary.split('\\n').join(' ')).join(''))),
  (error) => done(['axe itself failed: ' + error]));
"""

# What axe-core leaves to others: one heading of the first level, a title of its own, the language, ids that are there
# once, and nothing that is wider than the window.
KRAV = """
const faults = [];
const headings = document.querySelectorAll('h1');
if (headings.length !== 1) faults.push(headings.length + ' h1');
// A document that is made for paper has a title and a width of its own.
const ours = document.getElementById('innhold') !== null;
const heading = headings[0] ? headings[0].textContent.trim() : '';
if (!heading || ours && !document.title.includes(heading)) faults.push('the title does not hold the h1');
if (document.documentElement.lang !== 'nb') faults.push('lang is not nb');
const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
if (twice.length) faults.push('ids that are there twice: ' + twice.slice(0, 5));
let level = 0;
for (const element of document.querySelectorAll('main h1, main h2, main h3, main h4')) {
  const own = Number(element.tagName[1]);
  // The summary of a form's errors stands above the h1.
  if (own > level + 1 && level > 0) faults.push('heading level skipped at ' + element.textContent.trim());
  level = own;
}
const width = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
if (ours && width > room) {
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > room + 1 && box.width > 0 && !element.closest('.tabellramme, .skjult, .hopp');
  });
  faults.push('scrolls sideways: ' + width + ' of ' + room + ' px; ' + wide.slice(0, 3).map((element) =>
    element.tagName.toLowerCase() + '.' + element.className).join(', '));
}
for (const control of document.querySelectorAll('main button, main input:not([type=hidden]), main select, .knapp')) {
  const box = control.getBoundingClientRect();
  if (box.width > 0 && (box.height < 23.5 || box.width < 23.5)) {
    faults.push('smaller than 24 px: ' + (control.id || control.textContent.trim()));
  }
}
const said = /Obligatorisk|Påkrevd|vennligst|\\bOK\\b|\\bAvbryt\\b/i.exec(
  [...document.querySelectorAll('label, legend, button, .feilmelding')].map((e) => e.textContent).join(' '));
if (said) faults.push('a word that is not ours: ' + said[0]);
return faults;
"""


@cache
def kilde():
    return (Path(find_spec(AXE).origin).parent / "axe.min.js").read_text()


def axe():
    """What axe-core finds wrong on the page on show, one text a rule."""
    driver = nettleser()
    if not driver.execute_script("return typeof axe === 'object'"):
        driver.execute_script(kilde())
    return driver.execute_async_script(RUN_AXE)


def krav():
    """What else is wrong on the page on show."""
    return nettleser().execute_script(KRAV)


ALLE = [(BRED, "light"), (BRED, "dark"), (SMAL, "light"), (SMAL, "dark")]
KJERNE = [(BRED, "light"), (SMAL, "dark")]


def mangler(modes=ALLE, after=(BRED, "light")):
    """Everything that is wrong with the page on show, in each of the modes; the page stays, and looks as it should
    after."""
    found = []
    for size, scheme in modes:
        størrelse(size)
        farger(scheme)
        place = f"{size[0]} px, {scheme}"
        found += [f"{place}: {text}" for text in krav() + axe()]
    størrelse(after[0])
    farger(after[1])
    return found + [f"console: {text}" for text in konsoll()]
