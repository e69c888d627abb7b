"""Words that are place names somewhere but plain words, persons or weekdays in a report's English; a theatre adds its own (words.yaml)."""

from claimatlas.theatres.in_force import with_own

PLAIN_WORDS = """
a about above abu after agency agreement aid air al all alliance allied allies almost along also am american americans amid among an and
another any april arab arabs area areas arm armenian army as at attack august away bank base battle bay be bear before began best
between big black blue bomb both bridge brigade british but by call camp can cell center central centre chance chemical chief chinese
christian christians city civil civilian clean clear close coalition command commander congress corner council country court cross
crossing dam data date dawn day days dead deal death december deep defence defense delta deputy desert despite district do door down dr
during each early east eastern egyptian eid eight eleven embassy end enemy engineer entrance european eve even evening every ex example
fall far farm fast father february field fighter fighters fire first five flag for force forces foreign former fort forward four free
french friday from front full gang gas gate general george german give go goal god golden good government governor governorate grand
great green group guard gulf had half hall hand hard has have he head her here high hill his hit hold home homes hospital hour house how
however i if imam in independence initial inter interior iranian iranians iron is islam islamic island israeli israelis it jaish january
jaysh jazeera jewish jihad john july june just killing king kremlin la lake land large last late later law lead leader least left
liberation light like line lion little local long lord low lower mad main major man many march martyr martyrs mary mass maximum may
meanwhile media men middle militant militants military mine minister ministry missile missiles mission moderate monday month months more
morning mortar mortars mosque most mother mount mountain mr mrs much muslim my national near new news next nice night nine no noon north
northeast northern northwest not note november now observatory october of off officer official oil old on once one only open opposition
or order other others our out over own pact page palace palestinian palestinians park parliament part party peace pentagon people
persian pick place plain plan point police port post power president press prime prince prison pro progress project public qaeda qatari
queen quick rally ramadan rapid rate reading ready rebel rebels red regime report reports resistance reuters rice river road rocket
roman round rural russian russians sad safe saint salt sand sarin saturday saudi school sea second security see seen senate senior
september seven several sharia she shell shia siege since site six small sniper snipers so some son source sources south southeast
southern southwest speaker special split spring star state states station step still storm street strip strong suburb such sultan summer
sun sunday sunni supply support table take talk tank team tell temple ten terrorist that the their them then there these they third this
those three through thursday tiger time to today together tomorrow top total tower town towns troops truce true tuesday turkish turks
turn two under union unit united unity up upper us valley van very vice victory video village villages violence virgin war was
washingtons water way we wednesday week weeks well west western what when where which while white who whole will wing winter with women
world would year years yemeni yesterday yet you young your zone
"""
PERSON_NAMES = """
abbas abd abdallah abdul abdullah abdulrahman ahmad ahmed ali amin anas angela anwar atta aziz bassam ben bilal david dmitry donald
elizabeth fadi faisal fares farid faruq fatima george ghassan habib hadi hakim halabi hamad hamid hamza hani hasan hassan haydar haytham
hillary husain husayn hussain hussein ibn ibrahim igor imad isa ismail issa jabir jafar jamal james jamil john kamal karim kennedy
khaled khalid khalifa khalil laila layla mahdi maher mahmoud mahmud malik mansour mansur maria marwan mazen michael mikhail mohamed
mohammad mohammed mohsen moussa muhammad muhsin mustafa nabil nader nasir nasser obama omar osama othman putin qasim qassem rahman rami
rashid rex riad riyad robert saad sadiq said salah saleh salem salim salman sami samir samira sayyid sergei sergey sharif spicer
sulayman suleiman tahir talal tamim tariq tawfiq trump umar usama vladimir wahab wahid walid yasin yasir yassin younes youssef yusuf
zaid zayd zayn
"""
PLAIN, PERSONS = frozenset(PLAIN_WORDS.split()), frozenset(PERSON_NAMES.split())
UPPER = frozenset({"us", "uk", "uae", "usa", "ksa", "drc", "dprk"})
ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "ar", "an", "at", "az", "es", "esh", "ed", "er", "en", "et", "ez"})
ENGLISH = frozenset({"the", "a", "as", "at", "an", "ad"})
JOINTS = frozenset({"-", "\u2010", "\u2013", "'", "\u2019", "\u2018"})
CODE_LETTERS = 4
MIN_LETTERS = 3


def _capital(word: str) -> bool:
    """Whether a word is written as a name: Sukhnah, al-Sukhnah."""
    head, dash, tail = word.partition("-")
    return word[:1].isupper() or (bool(dash) and len(head) <= 3 and tail[:1].isupper())


def spottable(words: list[str], folded: str, theatre: bool) -> bool:
    """Whether words of a text may be a place's name: `theatre` says that the theatre's own list or the countries hold it."""
    first = words[0]
    if folded in UPPER:
        return first.replace(".", "").isupper()
    if (first in ENGLISH and words[1:2] != ["-"]) or first in ("The", "A") or not _unbroken(words):
        return False
    if not any(_capital(w) or w[:1].isdigit() or not w.isascii() for w in words):
        return False
    return " " in folded or _single(first, len(words) > 1, folded, theatre)


def _unbroken(words: list[str]) -> bool:
    """Whether nothing but joints stands between the words; a stop may follow an initial."""
    return all(w[:1].isalnum() or w in JOINTS or (w == "." and i and len(words[i - 1]) == 1) for i, w in enumerate(words))


def _single(first: str, article: bool, folded: str, theatre: bool) -> bool:
    if folded in with_own(PLAIN, "not_places"):
        return theatre and article
    code = first.isupper() and first.isascii() and first.isalpha() and not article
    if folded in with_own(PERSONS, "not_place_persons") or (code and len(first) <= (MIN_LETTERS if theatre else CODE_LETTERS)):
        return False
    return len(folded) >= MIN_LETTERS or theatre or not folded.isascii()
