"""Words that are place names somewhere but plain words, persons or weekdays in a report's English."""

PLAIN_WORDS = """
a about above abu after agency agreement aid air al all alliance allied allies almost along also am amid among an and another any april
area areas arm army as at attack august away bank base battle bay be bear before began best between big black blue bomb both bridge
brigade but by call camp cell center central centre chance chief city civil civilian clean clear close coalition command commander
corner council country court cross crossing dam data date dawn day days dead deal death december deep delta deputy desert despite
district do door down during each early east eastern eid eight eleven embassy end enemy engineer entrance eve even evening every ex
example fall far farm fast father february field fighter fighters fire first five flag for force forces former fort forward four free
friday from front full gang gas gate general george give go goal god golden good governor grand great green group guard gulf had half
hall hand hard has have he head her here high hill his hit hold home homes hospital hour house how however i if imam in independence
inter interior iron is isis islam islamic island it january jihad john july june just killing king la lake land large last late later
law lead leader least left liberation light like line lion little local long lord low lower mad main major man many march martyr martyrs
mary mass maximum may meanwhile media men middle militant militants military mine minister ministry missile mission moderate monday
month months more morning mosque most mother mount mountain much muslim my national near new news next nice night nine no noon north
northeast northern northwest not note november now observatory october of off officer official oil old on once one only open opposition
or order other others our out over own pact page palace park part party peace people pick place plain plan point police port post power
president press prince prison pro project public queen quick rally ramadan rapid rate reading ready rebel rebels red regime report
reports resistance reuters rice river road rocket roman round rural sad safe saint salt sand saturday school sea second security see
seen senior september seven several she shell shia siege since site six small so some son source sources south southeast southern
southwest special split spring star state states station step still storm street strip strong suburb such sultan summer sunday sunni
supply support table take talk tank team tell temple ten terrorist that the their them then there these they third this those three
through thursday tiger time to today together tomorrow top total tower town towns troops truce true tuesday turn two under union unit
united unity up upper us valley van very vice victory video village villages violence virgin war was water way we wednesday week weeks
well west western what when where which while white who whole will wing winter with women world would year years yesterday yet you young
your zone
"""
PERSON_NAMES = """
abbas abd abdallah abdul abdullah ahmad ahmed ali amin anas anwar assad atta aziz bashar bassam bilal fadi faisal fares farid faruq
fatima ghassan habib hadi hafez hakim hamad hamid hamza hani hasan hassan haydar haytham husain husayn hussain hussein ibn ibrahim imad
isa ismail issa jabir jafar jamal jamil john kamal karim khaled khalid khalifa khalil mahdi mahmoud mahmud malik mansour mansur marwan
mazen mohamed mohammad mohammed moussa muhammad mustafa nabil nader nasir nasser omar osama othman putin qasim rahman rami rashid riad
riyad saad saddam sadiq said salah saleh salem salim salman sami samir sayyid sharif sulayman suleiman tahir talal tamim tariq tawfiq
trump umar usama wahid walid yasin yasir yassin younes youssef yusuf zaid zayd zayn
"""
PLAIN, PERSONS = frozenset(PLAIN_WORDS.split()), frozenset(PERSON_NAMES.split())
UPPER = frozenset({"us", "uk", "uae", "usa", "ksa", "drc", "dprk"})
MIN_LETTERS = 3


def spottable(words: list[str], folded: str, theatre: bool) -> bool:
    """Whether words of a text may be a place's name: `theatre` says that the theatre's own list or the countries hold it."""
    first = words[0]
    if folded in UPPER:
        return first.replace(".", "").isupper()
    if not any(w[:1].isupper() or w[:1].isdigit() or not w.isascii() for w in words):
        return False
    if " " in folded:
        return True
    if folded in PLAIN:
        return theatre and len(words) > 1 and first.lower() not in {"the", "a", "an", "at", "as"}
    if folded in PERSONS:
        return theatre
    return len(folded) >= MIN_LETTERS or theatre or not folded.isascii()
