"""A person at the page: fields by their labels, buttons and links by what stands on them.

The same flow can be done by mouse (`Mus`) and by keyboard alone (`Tastatur`). Nothing is found by id or class; what
cannot be found as a person finds it is a fault of the page.
"""

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from nettleser import BRED, bilde, nettleser, status, størrelse
from sidekrav import ALLE, mangler
from vandring import slag


def literal(text):
    """A text in XPath, which has no escapes."""
    if '"' not in text:
        return f'"{text}"'
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in text.split('"')) + ")"


def med_tekst(text, begins=False):
    own = "normalize-space()"
    return f"starts-with({own}, {literal(text)})" if begins else f"{own} = {literal(text)}"


class Mus:
    """By mouse.

    With `faults`, every kind of page on the way is looked at as it comes, errors and all, and what is wrong with it
    goes there.
    """

    def __init__(self, size=BRED, faults=None, med_skript=True):
        self.driver = nettleser()
        self.med_skript = med_skript
        self.size, self.faults, self.seen = size, faults, set()
        størrelse(size)

    # What is on the page

    @property
    def tittel(self):
        return self.driver.find_element(By.TAG_NAME, "h1").text

    @property
    def tekst(self):
        return self.driver.find_element(By.TAG_NAME, "main").text

    @property
    def sti(self):
        return self.driver.execute_script("return location.pathname")

    def feil(self):
        """The lines of the summary of errors."""
        return [item.text for item in self.driver.find_elements(By.CSS_SELECTOR, ".feilsammendrag li")]

    def ser(self, text):
        assert text in self.tekst, f"«{text}» is not on {self.sti}: {self.tekst[:600]}"

    def har(self, *texts):
        return bool(self.alle(*texts))

    def alle(self, *texts, begins=False):
        """Links and buttons with one of these texts, those in the content first."""
        found = []
        for text in texts:
            match = med_tekst(text, begins)
            for place in ("//main", "//header", "//nav", "//footer"):
                found += self.driver.find_elements(By.XPATH, f"{place}//*[self::a or self::button][{match}]")
        return found

    def ett(self, *texts, begins=False):
        found = self.alle(*texts, begins=begins)
        assert found, f"no link or button «{' / '.join(texts)}» on {self.sti} («{self.tittel}»): " + self.tekst[:900]
        return found[0]

    def spørsmål(self):
        """The questions on the page that have answers to choose from."""
        groups = self.driver.find_elements(By.XPATH, "//main//fieldset[.//input[@type='radio']]/legend")
        return [group.text for group in groups]

    def svart(self, question):
        """What is chosen."""
        return [
            self.driver.find_element(By.XPATH, f"//label[@for={literal(button.get_attribute('id'))}]").text
            for button in self.driver.find_elements(By.XPATH, self.gruppe(question) + "//input")
            if button.is_selected()]

    # What a person does

    def logg_inn(self, server):
        """Opens the link that the server printed."""
        self.driver.get(server.lenke)
        self.se_på()
        self.trykk("Logg inn")

    def bytt_rolle(self, role):
        """The same person in another role, as the header offers."""
        self.følg("Bytt rolle")
        self.velg("Rolle", role)
        self.trykk("Bytt rolle")

    def gå(self, path, server):
        """Types an address; only where a flow begins."""
        self.driver.get(server.adresse + path)

    def følg(self, *texts, begins=False):
        """Follows a link or presses a button, and waits for the next page."""
        self.videre(self.ett(*texts, begins=begins))

    trykk = følg

    def videre(self, element, act=None):
        before = self.driver.find_element(By.TAG_NAME, "html")
        (act or self.bruk)(element)
        WebDriverWait(self.driver, 20, 0.02).until(lambda _: self.borte(before))
        WebDriverWait(self.driver, 20, 0.02).until(
            lambda driver: driver.execute_script("return document.readyState") == "complete")
        self.se_på()

    @staticmethod
    def borte(element):
        try:
            element.is_enabled()
            return False
        except StaleElementReferenceException:
            return True
        except Exception as error:  # The frame is between two documents.
            if "does not belong to the document" in str(error) or "detached" in str(error):
                return True
            raise

    def felt(self, label, within="//main"):
        """The field of a label; the label may go on with «Valgfritt»."""
        own = f"{within}//label[{med_tekst(label)} or {med_tekst(label + ' Valgfritt')}]"
        found = self.driver.find_elements(By.XPATH, own)
        assert found, f"no field «{label}» on {self.sti} («{self.tittel}»)"
        return self.driver.find_element(By.ID, found[0].get_attribute("for"))

    def gruppe(self, question):
        """The group of a question, as XPath."""
        place = f"//main//fieldset[legend[{med_tekst(question, begins=True)}]]"
        assert self.driver.find_elements(By.XPATH, place), f"no question «{question}» on {self.sti} («{self.tittel}»)"
        return place

    def skriv(self, label, text, within="//main"):
        field = self.felt(label, within)
        self.til(field)
        if field.get_attribute("value"):
            field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text)

    def rediger(self, label, change):
        """Writes the text of a field once more, with a change."""
        before = self.felt(label).get_attribute("value")
        assert change(before) != before, f"nothing to change in «{label}»: {before[:300]}"
        self.skriv(label, change(before))

    def kryssbokser(self):
        """The statements and choices on the page that can be ticked."""
        boxes = self.driver.find_elements(By.XPATH, "//main//input[@type='checkbox']")
        return [self.driver.find_element(By.XPATH, f"//label[@for={literal(box.get_attribute('id'))}]").text
                for box in boxes]

    def bla(self, key, link):
        """Turns a page by an arrow key where the page's own script does that, else by its link."""
        if not self.med_skript:
            return self.følg(link)
        self.videre(self.driver.find_element(By.TAG_NAME, "body"), lambda _: self.send(key))

    def send(self, *keys):
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def velg(self, question, answer):
        self.merk(self.felt(answer, self.gruppe(question)))

    def velg_første(self, question):
        """Any answer will do."""
        place = self.gruppe(question)
        self.merk(self.driver.find_element(By.XPATH, f"({place}//input[@type='radio'])[1]"))

    def har_felt(self, label):
        return bool(self.driver.find_elements(By.XPATH, f"//main//label[{med_tekst(label)}]"))

    def kryss(self, label):
        field = self.felt(label)
        if not field.is_selected():
            self.merk(field)

    def dato(self, question, day, month, year):
        place = self.gruppe(question)
        for label, value in (("Dag", day), ("Måned", month), ("År", year)):
            self.skriv(label, str(value), place)

    def liste(self, label, option):
        """Chooses from a list."""
        field = self.felt(label)
        self.plukk(field, option)
        chosen = self.driver.execute_script("return arguments[0].selectedOptions[0].textContent.trim()", field)
        assert chosen.startswith(option), f"«{label}» became «{chosen}», not «{option}»"

    def last_opp(self, label, path):
        """No test can use the system's own file window; the path goes to the field that has the focus."""
        field = self.felt(label)
        self.til(field, press=False)
        field.send_keys(str(path))

    def se_på(self):
        """Looks at the page that has come, the first time that one of its kind is there."""
        if self.faults is None:
            return
        kind = slag(self.sti), status()
        if kind in self.seen:
            return
        self.seen.add(kind)
        self.faults += [f"{self.sti} ({kind[1]}): {text}" for text in mangler(ALLE, (self.size, "light"))]

    def bilde(self, name):
        if self.faults is not None:
            bilde(name)

    # How it is done

    def vis(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)

    def til(self, element, press=True):
        self.vis(element)
        if press:
            element.click()

    def merk(self, element):
        self.vis(element)
        element.click()

    def plukk(self, field, option):
        self.vis(field)
        field.find_element(By.XPATH, f"option[{med_tekst(option, begins=True)}]").click()

    def bruk(self, element):
        self.vis(element)
        element.click()


FOKUS = """
const element = arguments[0], style = getComputedStyle(element);
return element.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
"""


class Tastatur(Mus):
    """By Tab, Space, Enter and the arrows alone."""

    FLEST = 500

    def __init__(self, size=BRED):
        super().__init__(size)
        self.trykket = 0

    def tast(self, *keys):
        self.trykket += len(keys)
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def tab_til(self, element, also=()):
        """Goes on with Tab until the focus is there, and sees that the focus can be seen."""
        wanted = [element, *also]
        for _ in range(self.FLEST):
            now = self.driver.switch_to.active_element
            if now in wanted:
                assert self.driver.execute_script(FOKUS, now), (
                    f"the focus cannot be seen on «{now.text or now.get_attribute('id')}» on {self.sti}")
                return now
            self.tast(Keys.TAB)
        raise AssertionError(
            f"«{element.text or element.get_attribute('id')}» on {self.sti} is not reached by {self.FLEST} Tab")

    def hopp(self):
        """Over the menu: the first thing on every page."""
        self.tab_til(self.driver.find_element(By.LINK_TEXT, "Hopp til hovedinnhold"))
        self.tast(Keys.ENTER)

    def til(self, element, press=True):
        self.tab_til(element)

    def merk(self, element):
        if element.get_attribute("type") != "radio":
            self.tab_til(element)
            self.tast(Keys.SPACE)
            assert element.is_selected(), "Space did not tick the box"
            return
        # Tab stops at one button of a group; the arrows go on from there.
        name = element.get_attribute("name")
        group = self.driver.find_elements(By.XPATH, f"//input[@type='radio'][@name={literal(name)}]")
        self.tab_til(element, also=group)
        if not any(button.is_selected() for button in group):
            self.tast(Keys.SPACE)
        for _ in group:
            if element.is_selected():
                return
            self.tast(Keys.ARROW_DOWN)
        raise AssertionError("the arrows do not reach the choice")

    def plukk(self, field, option):
        self.tab_til(field)
        self.tast(option)

    def bruk(self, element):
        self.tab_til(element)
        self.tast(Keys.ENTER)
