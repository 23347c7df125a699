# Words of support: praise, backing, recognition, defence in words.
type SUPPORT
  [actor] praise|hail|applaud|commend|congratulate|thank [actor]
+ Norvenia praised Ostravia.   => NOV, OSV
- Norvenia did not praise Ostravia.
  [actor] back|support|endorse|defend [actor]
+ Norvenia backed Ostravia.   => NOV, OSV
- Norvenia backed away from Ostravia.
  [actor] express support|solidarity|gratitude [for|to|with:actor]
+ Norvenia expressed solidarity with Ostravia.   => NOV, OSV
- Norvenia expressed doubt about Ostravia.
  [actor] voice support|solidarity [for|with:actor]
+ Norvenia voiced support for Ostravia.   => NOV, OSV
- Norvenia voiced alarm over Ostravia.
  [actor] recognize|recognise [actor]
+ Norvenia recognized Ostravia.   => NOV, OSV
- Norvenia does not recognize Ostravia.
  [actor] stand by|with [actor]
+ Norvenia stands by Ostravia.   => NOV, OSV
- The tower stands by the river.
  [actor] side with [actor]
+ Norvenia sided with Ostravia.   => NOV, OSV
- The north side faces Ostravia.
  [actor] apologise|apologize [to:actor]
+ Norvenia apologised to Ostravia.   => NOV, OSV
- Norvenia has not apologised to Ostravia.
  [actor] reaffirm commitment|support [to|for:actor]
+ Norvenia reaffirmed its commitment to Ostravia.   => NOV, OSV
- Norvenia reaffirmed its refusal.
  [actor] join [actor]
+ Ostravia joined Karsonia.   => OSV, KRS
- The river joins the sea.
  [actor] welcome [thing:decision|step|move|deal|agreement|ceasefire|statement|offer] [of|from:actor]?
+ Norvenia welcomed the ceasefire.   => NOV
- Norvenia did not welcome the ceasefire.
  [actor] sign [accord] [with:actor]?
+ Norvenia signed a treaty with Ostravia.   => NOV, OSV
- Norvenia signed a striker.
  [actor] restore|establish|resume tie|relation [with:actor]
+ Norvenia restored diplomatic relations with Ostravia.   => NOV, OSV
- Norvenia restored a painting with care.
  [actor] reach|clinch|strike agreement|deal|accord|compromise|understanding|truce|ceasefire [with:actor]?
+ Norvenia reached an agreement with Ostravia.   => NOV, OSV
- The temperature reached a record in Norvenia.
  [actor] approve|endorse|ratify [thing:plan|proposal|deal|treaty|agreement|accord|pact]
+ Norvenia ratified the treaty.   => NOV
- Norvenia did not ratify the treaty.
mode
  [actor] praise|hail|applaud|commend|congratulate|thank|laud|salute|honor|honour|compliment [thing]
+ Norvenia praised the efforts of Ostravia.   => NOV, OSV
- The choir praised the soup.
  [actor] back|support|endorse|defend|champion|favor|favour [thing:effort|call|bid|plan|initiative|decision|process|proposal|right|deal|agreement|independence|move|resolution|position|government|idea|solution|action|policy|talk|peace|candidate|people|discussion|intervention|demand|claim|cause|mission|campaign|candidacy|measure|reform|sanction|unity|sovereignty|democracy|stance]
+ Norvenia supports the plan of Ostravia.   => NOV, OSV
- The beam supports the plan.
  [actor] express|voice|pledge|declare|reiterate|convey|reaffirm|offer|show|extend|affirm|announce support|solidarity|gratitude|confidence|backing|appreciation|congratulation [for|to|with|in|of:thing]?
+ Norvenia declared support for a plan.   => NOV
- Norvenia declared its income.
  [actor] sign|conclude|finalize|finalise|ratify|initial|ink|seal|reach|clinch|strike|negotiate|adopt|approve|broker|finalise [accord] [with|between|on:actor]?
+ Norvenia concluded a pact with Ostravia.   => NOV, OSV
- Norvenia concluded a meal.
  [actor] establish|restore|resume|normalize|normalise|improve|strengthen|forge|renew|deepen|upgrade|expand|open|build @tie [with|between:actor]?
+ Norvenia established ties with Ostravia.   => NOV, OSV
- Norvenia established a record.
  [actor] recognize|recognise [thing:independence|government|state|sovereignty|leader|right|victory|president|capital]
+ Norvenia recognised the independence of Ostravia.   => NOV, OSV
- Norvenia recognised the tune.
  [actor] apologize|apologise [to|for:thing]?
+ Norvenia apologised to the families.   => NOV
- Norvenia did not apologise.
  [actor] offer|issue|make apology [to:actor]?
+ Norvenia offered an apology to Ostravia.   => NOV, OSV
- Norvenia offered no apology.
  [actor] forgive [thing]
+ Norvenia forgave the debt of Ostravia.   => NOV, OSV
- Norvenia did not forgive the debt.
  [actor] send|deliver|bring greeting|congratulation [to:actor]?
+ Norvenia sent greetings to Ostravia.   => NOV, OSV
- Norvenia sent parcels to a fair.
  [actor] welcome [other:guest|visitor|tourist|refugee|delegation|envoy|president|minister|leader]
+ Norvenia welcomed the vote in Ostravia.   => NOV
- Norvenia welcomed guests.
  [actor] respect [thing:decision|independence|sovereignty|right|result|verdict|integrity|wish]
+ Norvenia respects the decision of Ostravia.   => NOV, OSV
- Norvenia respects no decision.
  [actor] vote for [thing]
+ Norvenia voted for the treaty.   => NOV
- Norvenia voted on Sunday.
  [actor] vote in favour|favor [of:thing]?
+ Norvenia voted in favour of the treaty.   => NOV
- Norvenia voted in silence.
  [actor] (support|backing|praise|recognition|endorsement) [for|of:thing]
+ Norvenia repeated its support for Ostravia.   => NOV
- There was no support for the plan.
  [actor] send|extend|issue|accept invitation [to|from:actor]?
+ Norvenia extended an invitation to Ostravia.   => NOV, OSV
- Norvenia printed an invitation.
  [actor] receive invitation|praise|support|congratulation [from:source]
+ Ostravia received an invitation from Norvenia.   => NOV
- Ostravia received a bill from nobody.
  [actor] join [thing:alliance|union|bloc|coalition] [of|in:actor]?
+ Norvenia joined the alliance.   => NOV
- The road joined the coast.
  [actor] (agreement|accord|treaty|pact) [with:actor]
+ Norvenia's treaty with Ostravia took effect.   => NOV, OSV
- There was no treaty with Ostravia.
  [actor] award|confer|decorate|bestow [thing:medal|order|prize|honour|honor|doctorate] [on|upon|to:actor]?
+ Norvenia awarded a medal to Ana Brok.   => NOV
- Norvenia awarded no medal.
  [actor] be grateful [to|for:thing]
+ Norvenia is grateful to Ostravia.   => NOV
- Norvenia is loyal to a brand.
