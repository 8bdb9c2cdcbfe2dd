package ledger

import "strings"

// Vocabulary is a closed, ordered list of words for a column. The labels that
// people read are in the translation catalogue under "name.word".
type Vocabulary struct {
	name  string
	words []string
}

func vocabulary(name, words string) *Vocabulary {
	return &Vocabulary{name: name, words: strings.Fields(words)}
}

// Name is the name under which the catalogue labels the words: "stage".
func (v *Vocabulary) Name() string { return v.name }

// Words lists the words in their order.
func (v *Vocabulary) Words() []string { return append([]string(nil), v.words...) }

// Position gives the place of a word counted from 1, and 0 for the empty word.
func (v *Vocabulary) Position(word string) (uint8, bool) {
	if word == "" {
		return 0, true
	}
	for i, w := range v.words {
		if w == word {
			return uint8(i + 1), true
		}
	}
	return 0, false
}

// Word gives the word at a position counted from 1; 0 is the empty word.
func (v *Vocabulary) Word(position uint8) string {
	if position == 0 || int(position) > len(v.words) {
		return ""
	}
	return v.words[position-1]
}

// The vocabularies of a summit folder. They are never changed.
var (
	stages        = vocabulary("stage", "identified under_discussion memorandum preparation contract financed construction operating")
	outcomes      = vocabulary("outcome", "open completed suspended cancelled lapsed withdrawn superseded kept partly_kept broken condition_not_met")
	instruments   = vocabulary("instrument", "treaty agreement protocol exchange_of_notes joint_statement minutes roadmap memorandum_of_understanding memorandum_of_cooperation letter_of_intent framework_agreement loan_agreement guarantee share_purchase joint_venture supply_contract services_contract licence other no_paper")
	bindings      = vocabulary("binding", "international_law contract non_binding mixed disputed unknown")
	negotiators   = vocabulary("track", "government commercial")
	fields        = vocabulary("field", "economic cultural science sports humanitarian political other")
	sectors       = vocabulary("sector", "government peace education health water_waste culture transport communications energy_general renewables nuclear energy_distribution finance business agriculture forestry fishing industry extractives trade tourism urban unspecified")
	presences     = vocabulary("at_summit", "yes reported no unknown")
	confidences   = vocabulary("confidence", "high medium low")
	amountKinds   = vocabulary("amount_kind", "announced committed facility stake estimate target fund_size cost")
	qualifiers    = vocabulary("qualifier", "exact about at_least up_to more_than range")
	sourceKinds   = vocabulary("source_kind", "official_text official_statement company agency press data_set blog_copy")
	bodyKinds     = vocabulary("organisation_kind", "government local_government state_fund state_company bank company institute international other")
	roles         = vocabulary("role", "signatory sponsor investor lender borrower guarantor supplier buyer operator contractor beneficiary partner witness")
	relations     = vocabulary("relation", "implements replaces amends follows part_of funded_by same_as unlocks")
	eventKinds    = vocabulary("event_kind", "announced signed in_force amended stage outcome financing disbursement milestone delay statement correction")
	bases         = vocabulary("basis", "pledged committed contracted disbursed invested returned estimated")
	units         = vocabulary("unit", "documents projects items people money percent events")
	countedTables = vocabulary("counts", "agreements deals funds events organisations none")
	eventSubjects = vocabulary("kind", "summit agreement deal fund track promise")
	viewTabs      = vocabulary("tab", "overview agreements pipeline funds claims promises tracks timeline organisations sources checks since")
	layouts       = vocabulary("layout", "table board funnel ladder")
	countLevels   = vocabulary("count_at", "announced signed binding financed disbursed")
	mergedKinds   = vocabulary("kind", "source organisation agreement deal fund track promise claim event")
	anySubjects   = vocabulary("kind", "summit source organisation agreement deal fund track promise claim event")
)

// Stage is how far a deal has come; later stages are larger.
type Stage uint8

// The stages in order. NoStage: nothing says how far the deal has come.
const (
	NoStage Stage = iota
	Identified
	UnderDiscussion
	Memorandum
	Preparation
	Contract
	Financed
	Construction
	Operating
)

// Stages lists the stages in order.
func Stages() []Stage {
	return []Stage{Identified, UnderDiscussion, Memorandum, Preparation, Contract, Financed, Construction, Operating}
}

// ParseStage reads the word of a stage; ok is false for any other.
func ParseStage(word string) (Stage, bool) {
	for _, stage := range Stages() {
		if stage.String() == word {
			return stage, true
		}
	}
	return NoStage, false
}

func (s Stage) String() string { return stages.Word(uint8(s)) }

// Outcome is what became of a record: a second axis beside the stage.
type Outcome uint8

// The outcomes. NoOutcome: no event speaks of one; of a deal it reads as open.
const (
	NoOutcome Outcome = iota
	Open
	Completed
	Suspended
	Cancelled
	Lapsed
	Withdrawn
	Superseded
	Kept
	PartlyKept
	Broken
	ConditionNotMet
)

func (o Outcome) String() string { return outcomes.Word(uint8(o)) }

// Ended reports whether the outcome is an ending (RULES 4.3); suspended is not.
func (o Outcome) Ended() bool {
	return o == Cancelled || o == Lapsed || o == Withdrawn || o == Superseded
}

// Binding is the binding force of a document as sources state it.
type Binding uint8

// The kinds of binding force.
const (
	NoBinding Binding = iota
	InternationalLaw
	BindingContract
	NonBinding
	MixedBinding
	DisputedBinding
	UnknownBinding
)

func (b Binding) String() string { return bindings.Word(uint8(b)) }

// Force is binding force read as RULES 4.5 does.
type Force uint8

// The three answers to "is it binding?".
const (
	ForceNotStated Force = iota
	ForceBinding
	ForceNotBinding
)

var forces = vocabulary("force", "not_stated binding not_binding")

func (f Force) String() string { return forces.Word(uint8(f) + 1) }

// ForceWords is the vocabulary of the three answers, for labels and order.
func ForceWords() *Vocabulary { return forces }

// Force tells whether the document binds, does not, or nobody says.
func (b Binding) Force() Force {
	switch b {
	case InternationalLaw, BindingContract, MixedBinding:
		return ForceBinding
	case NonBinding:
		return ForceNotBinding
	}
	return ForceNotStated
}

// Presence says whether a document was signed at the summit.
type Presence uint8

// The values of at_summit.
const (
	NoPresence Presence = iota
	AtSummit
	ReportedAtSummit
	NotAtSummit
	UnknownAtSummit
)

func (p Presence) String() string { return presences.Word(uint8(p)) }

// Qualifier says how an amount was qualified in the source.
type Qualifier uint8

// The qualifiers of an amount; NoQualifier: the source has none or it is not known.
const (
	NoQualifier Qualifier = iota
	Exact
	QualifierAbout
	AtLeast
	UpTo
	MoreThan
	AmountRange
)

func (q Qualifier) String() string { return qualifiers.Word(uint8(q)) }

// AmountKind says what kind of amount a headline is.
type AmountKind uint8

// The kinds of headline amount.
const (
	NoAmountKind AmountKind = iota
	AnnouncedAmount
	CommittedAmount
	Facility
	Stake
	Estimate
	Target
	FundSize
	Cost
)

func (k AmountKind) String() string { return amountKinds.Word(uint8(k)) }

// EventKind is what sort of thing happened.
type EventKind uint8

// The kinds of event.
const (
	NoEventKind EventKind = iota
	EventAnnounced
	EventSigned
	EventInForce
	EventAmended
	EventStage
	EventOutcome
	EventFinancing
	EventDisbursement
	EventMilestone
	EventDelay
	EventStatement
	EventCorrection
)

func (k EventKind) String() string { return eventKinds.Word(uint8(k)) }

// Basis says on which rung the amount of an event stands (RULES 7.1).
type Basis uint8

// The bases of an amount.
const (
	NoBasis Basis = iota
	Pledged
	Committed
	Contracted
	Disbursed
	Invested
	Returned
	Estimated
)

func (b Basis) String() string { return bases.Word(uint8(b)) }

// Relation is how one record stands to another.
type Relation uint8

// The relations of links.csv.
const (
	NoRelation Relation = iota
	Implements
	Replaces
	Amends
	Follows
	PartOf
	FundedBy
	SameAs
	Unlocks
)

func (r Relation) String() string { return relations.Word(uint8(r)) }

// Joins reports whether the relation joins documents to a chain (RULES 6.1).
func (r Relation) Joins() bool { return r == Follows || r == Replaces || r == Amends }

// Instrument is the form of a document.
type Instrument uint8

// NoPaper is the instrument of a result announced without a document.
const NoPaper Instrument = 20

func (i Instrument) String() string { return instruments.Word(uint8(i)) }

// ClaimUnit is what a claim counts.
type ClaimUnit uint8

// The units of a claim.
const (
	NoUnit ClaimUnit = iota
	UnitDocuments
	UnitProjects
	UnitItems
	UnitPeople
	UnitMoney
	UnitPercent
	UnitEvents
)

func (u ClaimUnit) String() string { return units.Word(uint8(u)) }
