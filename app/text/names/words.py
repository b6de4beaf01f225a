"""What names are made of: titles, particles, adjectives of peoples, everyday words.

Knows no text. Everything is casefolded and without diacritics, as `app.text.words.fold` gives it.
"""

from __future__ import annotations

from app.text.word_lists import listed

#: Roles and forms of address: no names by themselves, and no part of the name beside them.
TITLES = listed(
    "mr mrs ms mx miss madam dr prof professor sir dame lord lady senator sen rep"
    " representative congressman congresswoman congressperson governor gov mayor president"
    " premier chancellor minister ministers secretary secretary-general undersecretary envoy"
    " ambassador spokesman spokeswoman spokesperson chairman chairwoman chairperson chair"
    " director commissioner commander chief general gen colonel col major maj captain capt"
    " lieutenant lt sergeant sgt corporal admiral brigadier marshal king queen prince princess"
    " emperor sultan emir sheikh sheik shaikh ayatollah imam mullah pope bishop archbishop"
    " cardinal rabbi reverend rev father judge justice attorney prosecutor detective inspector"
    " officer executive ceo cfo speaker leader deputy vice-president vice-chancellor coach editor"
    " treasurer alhaji alhaja"
    " presidente ministro ministra canciller chanceler senor senora senhor senhora"
    " don dona herr frau monsieur madame aussenminister bundeskanzler bundeskanzlerin ministre"
    " signor signora министр президент посол премьер господин генсек секретарь"
)
#: Words that only belong to a role when one of TITLES follows: "Foreign Minister".
TITLE_LEADS = listed(
    "foreign prime defense defence interior finance special deputy vice chief former acting"
    " press permanent emeritus senior assistant general attorney under first crown grand high"
    " home economic energy health education culture justice trade transport agriculture"
    " environment executive managing top joint supreme shadow federal regional provincial"
)
#: Nouns of bodies and institutions: with them a name is no person, and "of" may join it on.
BODIES = listed(
    "academy embassy act agency agreement airlines airport alliance armed army assembly association"
    " authority bank bay bloc board bridge brigade broadcasting bureau cabinet campaign cape"
    " cathedral center centre chamber charter church city club coalition college command"
    " commission committee commonwealth company confederation conference congress constitution"
    " corporation corps council county court cup declaration democrats department directorate"
    " district division federation festival force forces foundation front fund games gazette"
    " group gulf hall herald hospital hotel house institute institution international island"
    " islands isle journal kingdom laboratory lake league legion library mission ministry"
    " monitor mosque mountain movement museum municipality mount nations navy network news"
    " newspaper observatory ocean office olympics organisation organization palace parliament"
    " party peninsula plains plan police post press prize project province radio region"
    " registry republic republicans river road school sea secretariat senate service services"
    " society square stadium staff state states station strait street summit supreme syndicate"
    " team television telegraph temple times tower treaty tribunal tribune troops trust union"
    " university valley war world"
)
#: Directions and qualities that begin the name of a place but make no name alone.
PLACE_LEADS = listed("north south east west northern southern eastern western central upper lower")

#: What people are, at the start of a sentence before their name: "Striker Femi Adeyemi".
OPENING_ROLES = listed(
    "activist actor actress analyst architect artist astronomer athlete author banker barrister"
    " batsman billionaire biologist bowler boxer broadcaster businessman businesswoman campaigner"
    " chef climber columnist composer conductor constable councillor critic curator cyclist"
    " defender designer diplomat driver economist engineer entrepreneur epidemiologist farmer"
    " filmmaker firefighter fisherman footballer founder golfer goalkeeper historian investor"
    " journalist jockey lawmaker lawyer lecturer manager mathematician mechanic midfielder musician"
    " neighbour neighbor novelist nurse paramedic pensioner philosopher photographer physicist"
    " pilot"
    " pitcher playwright poet politician pollster psychologist quarterback rapper referee reporter"
    " researcher resident scientist shopkeeper singer skipper sociologist solicitor songwriter"
    " sprinter strategist striker student superintendent surgeon swimmer teacher teammate teenager"
    " trader veteran volunteer widow winger witness writer zoologist pastor correspondent"
    " playmaker forward captain-elect chairman-elect president-elect ex-president co-founder"
    " newcomer rookie defenseman centre-back left-back right-back wicketkeeper umpire organiser"
    " organizer father mother brother sister husband wife son daughter uncle aunt friend colleague"
)
#: Letters after a person's name: no part of it.
AFTER_NAME = listed("qc kc mp mep msp phd md obe cbe mbe esq sc")
#: What departments are for; "and" before one of these goes on with a body's name.
PORTFOLIOS = listed(
    "health care social affairs defence defense education science sciences technology industry"
    " trade agriculture environment food rural sport sports culture tourism media energy climate"
    " transport transportation housing communities local work pensions women labour labor"
    " employment development cooperation co-operation security justice immigration"
    " naturalisation naturalization customs revenue statistics prevention water sanitation human"
    " services veterans home commerce finance economy economic planning information innovation"
    " skills families research drug drugs medical engineering medicine technology fisheries"
    " forestry"
    " arts letters humanities policy law crime control analysis safety standards integration"
    " reconstruction infrastructure mines minerals urban children youth equality"
)
#: Bodies whose names go on with "for".
BODIES_FOR = listed(
    "organisation organization office agency centre center institute fund council campaign"
    " association society committee court alliance department ministry foundation coalition"
    " initiative federation bank academy school group network"
)
#: What may follow a possessive inside a name: "Guy's Hospital".
OWNED = listed("hospital college church school cathedral hall park square inn")

#: Small words inside names of people and places: "Staffan de Mistura", "Deir ez-Zor".
PARTICLES = listed(
    "de del della dei der den di da das do dos du la le van von vom zu zur ten ter bin bint"
    " ibn ben al el ez es as ad an ash ar at az ul ur abu y af av"
)
#: Arabic articles, written apart, with a hyphen or run together with the word.
ARTICLES = listed("al el ez es as ad an ash ar at az ul ur")

#: Of peoples, languages, faiths and creeds: adjectives, no names by themselves.
ADJECTIVES = listed(
    "afghan african albanian algerian american angolan arab arabian arabic argentine"
    " argentinian armenian asian australian austrian azerbaijani azeri bahraini balkan"
    " bangladeshi basque belarusian belgian bolivian bosnian brazilian british bulgarian"
    " burmese cambodian cameroonian canadian catalan caucasian chechen chilean chinese"
    " christian colombian congolese croatian cuban cypriot czech danish dutch ecuadorian"
    " egyptian emirati english eritrean estonian ethiopian european filipino finnish french"
    " georgian german ghanaian greek guatemalan haitian hebrew hindu honduran hungarian"
    " icelandic indian indonesian iranian iraqi irish islamic islamist israeli italian ivorian"
    " jamaican japanese jewish jordanian kashmiri kazakh kenyan korean kosovan kurdish kuwaiti"
    " kyrgyz lao laotian latin latvian lebanese liberian libyan lithuanian macedonian"
    " malaysian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan"
    " mozambican muslim namibian nepalese nepali nicaraguan nigerian nordic norwegian omani"
    " ottoman pakistani palestinian panamanian papal paraguayan persian peruvian polish"
    " portuguese qatari roman romanian russian rwandan saudi scandinavian scottish senegalese"
    " serbian serb shia shiite sikh singaporean slovak slovene slovenian somali soviet spanish"
    " sudanese sunni swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian"
    " turkish turkmen ugandan uighur ukrainian uruguayan uzbek venezuelan vietnamese welsh"
    " western yemeni zambian zimbabwean catholic protestant orthodox buddhist communist"
    " democratic republican conservative labour liberal socialist nazi mediterranean atlantic"
    " pacific arctic"
)
#: Common nouns that with an adjective of a people name a body: "Syrian army", "US-led coalition".
FORCES = listed(
    "army navy military government coalition forces airforce police parliament embassy"
    " authorities opposition regime delegation cabinet ministry intelligence alliance"
)
#: Short forms before a name that make adjectives of it: "US-led", "Saudi-backed".
LOWER_TAILS = listed(
    "led backed based born brokered made controlled held funded trained sponsored allied wide"
    " run style era owned supported drafted imposed occupied dominated friendly like mediated"
    " linked affiliated aligned area related bound educated language speaking registered"
    " flagged built"
)

MONTHS_AND_DAYS = listed(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep"
    " sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gmt utc est edt cet bst am"
    " pm enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
    " decembre januar februar marz juni juli oktober dezember janeiro fevereiro marco junho"
    " julho setembro outubro novembro dezembro montag dienstag mittwoch donnerstag freitag"
    " samstag sonntag ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım"
    " aralık"
)

#: Function words and others that begin sentences and are no names there.
STARTERS = listed(
    "a about above according across additionally after afterwards again against ahead all"
    " almost along already also although am amid among an and another any anyone anything"
    " apart are around as aside at away back be because been before behind being below beneath"
    " beside besides best better between beyond both but by can cannot could critics dear"
    " despite did do does doing don down due during each earlier early either else elsewhere"
    " enough even eventually ever every everyone everything except far few fewer finally first"
    " following for foreign former formerly fortunately four five six seven eight nine ten"
    " from further furthermore get given go good had half has have having he hence her here"
    " hers herself him himself his how however hundreds i if in indeed inside instead into is"
    " it its itself just keep last late later least less let like likewise local long look"
    " major many may maybe me meanwhile might mine mire more moreover most much must my myself"
    " near nearly neither never nevertheless new next no nobody none nonetheless nor not"
    " nothing notably now nowhere number obviously of off officially officials often old on"
    " once one only onto or other others otherwise our ours out outside over own part people"
    " per perhaps photo photos please police previously protesters public quite rather read"
    " recent recently regarding related right same say says second secondly see separately"
    " several shall she should similarly since so some somebody someone something sometimes"
    " soon speaking still such talking talks than thank that the their theirs them themselves"
    " then there thereafter therefore these they thing third this those though thousands three"
    " through throughout thus till to today together tomorrow tonight too toward towards two"
    " under undoubtedly unfortunately unless unlike until up update updated upon us usually"
    " very via war was we well were what whatever when whenever where whereas wherever whether"
    " which while who whoever whole whom whose why will with within without would yes"
    " yesterday yet you your yours zero image source sources editor breaking video watch"
    " comment comments share advertisement copyright show world english news story der die das"
    " den dem des ein eine einer eines und oder aber nicht mit von bei nach aus fur im zum zur"
    " vom wie wer wenn als auch nur noch schon sie er wir ihr es sich ist sind waren hat haben"
    " wird werden dass daß diese dieser dieses vier funf sechs sieben acht neun zehn laut le"
    " la les un une du de et ou mais pas avec pour par sur dans en au aux ce cette ces il elle"
    " ils elles nous vous est sont selon apres avant depuis el los las uno una y o pero con"
    " por para del al se su sus esta este estos segun tras desde durante os um uma e mas com"
    " da dos na nos nas ao seu sua esse essa isso segundo depois lo gli ed ma di dal della"
    " delle nel nella secondo dopo в на и а но по из от для при что как это он она они мы вы я"
    " его ее их не за под после перед также однако ранее между о об к с со у до ве bir bu ile"
    " icin"
)
#: Everyday words of headlines: capitalised there they are no names.
EVERYDAY = listed(
    "accept accord accuse accused accuses act action admit admits agree agreed agrees"
    " agreement aid aim air airport airstrike airstrikes allies allow ally amid announce"
    " announced announces appeal arms arrest arrested arrests ask asks attack attacked attacks"
    " back backs ban banned bans battle begin begins big bill black blame blames blast block"
    " blocks boat body bomb bombing bombs border boy break breaks bring british brings brother"
    " budget build bus business call called calls camp campaign capital car case cash cause"
    " ceasefire chance change charge charged charges chief child children city civil civilian"
    " civilians claim claims clash clashes climate close closes coach coalition collapse come"
    " comes concern concerns conflict continue control convoy cost could country couple court"
    " crash crew crime crisis cut cuts daily dead deadly deal death deaths debate decision"
    " defeat demand demands deny denies deputy detained die died dies discuss discussed"
    " discusses discussion doctor doctors dollar draw drop drug drugs dying east economic"
    " economy election elections emergency end ends energy envoy escape ex exclusive expert"
    " experts face faces fact fail failed fails fall falls family father fear fears fight"
    " fighter fighters fighting find finds fire fired fires flag flee flight flow food force"
    " forced forces free freed friend fuel full fund future game gas girl give gives goal"
    " government great ground group groups growth gun guns hand head health heart help helps"
    " high hit hits hold holding holds home hope hopes hospital host hostage hot hour house"
    " huge human humanitarian hundred hurt income industry injured inquiry inside interest"
    " investigation invites issue issues jail jailed jet job jobs join joins key kidnapped"
    " kill killed killing kills launch launches law lead leader leaders leads leave leaves"
    " left legal life live lives long lose loses loss lost low main make makes man mark marks"
    " market mass meet meeting meets men migrant migrants military million minister missile"
    " missiles missing mission money morning mother move moves murder name national navy near"
    " need needs new news night nuclear offer offers office officer official officials oil one"
    " open opens opposition order orders over pact party pay peace people phone plan plane"
    " plans play police policy political poll position power powers president press price"
    " prices prison pro probe problem project protest protests public push puts quake question"
    " questions quit quits raid raids rail raise raises rally rate rates reach reaches rebel"
    " rebels record reform refugee refugees regime reiterates reject rejects release released"
    " report reports rescue rescued resign resigns response result results return returns"
    " review rise rises risk road role rule rules ruin ruining run runs safe sale sales same"
    " save says school science seas season second secret security seek seeks seen sell send"
    " sends senate sentence service set sets shares ship shoot shooting shot show shows side"
    " sign signs six slam slams social soldier soldiers son south special spending spokesman"
    " spy staff stage stampede stand start starts state states statement step stop stops storm"
    " strike strikes student students study succeed succeeded suicide summit support supports"
    " suspect suspects sworn take takes talk talks target targets tax taxes team tell tells"
    " term terror terrorist terrorists test tests threat threatens threats time times top"
    " topic tour trade train training travel treaty trial troops truce trust try turn turns"
    " two under unit unity update urge urged urges urgent use victim victims victory video"
    " view violation violence visit vote voters votes vows wait want wants war warn warned"
    " warns warplane warplanes warring water wave way weapon weapons week white win wins"
    " winter woman women word work worker workers world wounded year years young syndrome"
    " contradict contradicts mistake making ruined preserve protocol text transcript interview"
    " opinion analysis explainer remarks availability annual general flagrant nothing deep"
)
#: Ends of English words that are hardly ever those of a name standing alone at a sentence's start.
COMMON_ENDS = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ings", "ing", "ly", "ities", "ful",
    "ists", "ers", "ors", "ents", "ants", "als", "ated", "ized", "ised", "ous", "able",
    "ible", "ive",
    "ship", "ships", "ates", "ests", "ages", "osts", "ures",
)  # fmt: skip

#: Written in capitals without naming anybody.
NO_ACRONYMS = listed(
    "gmt utc est edt cet bst am pm ok tv ceo cfo cto ii iii iv vi vii viii ix url html pdf"
    " dna rna gdp diy faq rip usd eur gbp suv mp mps phd ngo ngos id ac dc bc ad no"
    " update wrapup refile corrected breaking live exclusive factbox watch analysis"
)


#: What the portfolios of ministers are called besides; after "Minister for … and" no name.
_PORTFOLIO_WORDS = listed(
    "human humanitarian home social care climate action economic veterans families communities net"
    " zero disabled integration migration rural food fisheries water mines power railways petroleum"
    " levelling up citizenship diaspora cultural heritage arts natural resources road roads urban"
    " political special peacekeeping operations general civil aviation higher learning budget"
)
#: What may follow a role after "of" or "for": "Secretary of State", "Minister for Foreign Affairs".
ROLE_TAILS = listed(
    "state defense defence foreign affairs interior finance education health justice trade"
    " energy labor labour commerce treasury culture agriculture staff government transport and"
    " information cooperation relations international environment development housing industry"
    " immigration security science technology communications tourism youth sport sports women"
    " children works planning economy employment social welfare local police prisons customs"
    " services pensions work business innovation skills digital media"
)
OFFICE_WORDS = ROLE_TAILS | PORTFOLIOS | _PORTFOLIO_WORDS
