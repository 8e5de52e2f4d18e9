"""One headless Chromium for all tests of a process, and what the tests ask it besides driving it."""

import atexit
import base64
import os
import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROT = Path(__file__).resolve().parents[2]
BILDER = Path(os.environ.get("INTERNKONTROLL_SKJERMBILDER", ROT / ".build-browser/skjermbilder"))
SMAL, BRED, TELEFON = (320, 800), (1280, 900), (320, 640)

_driver = None


def nettleser():
    """The browser, started once."""
    global _driver
    if _driver is None:
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("CHROMIUM") or shutil.which("chromium")
        profile = tempfile.TemporaryDirectory(prefix="nettleser-")
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                     "--force-prefers-reduced-motion", "--disable-component-update", "--disable-sync",
                     "--disable-background-networking", "--no-first-run", f"--user-data-dir={profile.name}"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.set_capability("unhandledPromptBehavior", "accept")
        _driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
        _driver.set_page_load_timeout(60)
        atexit.register(_close, profile)
    return _driver


def _close(profile):
    _driver.quit()
    profile.cleanup()


def cdp(command, **values):
    return nettleser().execute_cdp_cmd(command, values)


def størrelse(size):
    """The page's own size, the same as on a device of that size."""
    cdp("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False)


def farger(scheme):
    """`light` or `dark`."""
    cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])


def skript(on):
    """With or without JavaScript on the pages; what the tests themselves evaluate runs all the same."""
    cdp("Emulation.setScriptExecutionDisabled", value=not on)


def forfra():
    """A browser that nobody has used: no cookies, light, wide, with script, nothing in the console."""
    cdp("Network.clearBrowserCookies")
    skript(True)
    farger("light")
    størrelse(BRED)
    nettleser().get("about:blank")
    nettleser().get_log("browser")


def konsoll():
    """What the console complained of since the last time. An answer of 4xx is a page of ours, not a fault."""
    return [
        line["message"] for line in nettleser().get_log("browser")
        if line["level"] in ("SEVERE", "WARNING") and "responded with a status of 4" not in line["message"]
    ]


def bilde(name):
    """A picture of the whole page, kept for people to look at."""
    BILDER.mkdir(parents=True, exist_ok=True)
    data = cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
    (BILDER / f"{name}.png").write_bytes(base64.b64decode(data))


def pdf(name):
    """The page as it is printed; gives the bytes."""
    BILDER.mkdir(parents=True, exist_ok=True)
    data = base64.b64decode(cdp("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"])
    (BILDER / f"{name}.pdf").write_bytes(data)
    return data


def status():
    """The status code that the page on show came with."""
    return nettleser().execute_script("return performance.getEntriesByType('navigation')[0].responseStatus")


def tre():
    """The accessibility tree as assistive technology gets it: role and name."""
    nodes = cdp("Accessibility.getFullAXTree")["nodes"]
    return [(node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes if not node.get("ignored") and "role" in node]
