# Who agrees to do something: a promise, a deal to come.
type AGREE
  [actor] agree [with:actor]? to|on
+ Norvenia agreed with Ostravia on a new border crossing.   => NOV, OSV
- Norvenia did not agree with Ostravia on a new border crossing.
  [actor] reach|clinch|strike agreement|deal|accord|compromise|understanding|truce|ceasefire [with:actor]?
+ Norvenia reached an agreement with Ostravia.   => NOV, OSV
- The temperature reached a record in Norvenia.
  [actor] promise|pledge|vow to
+ Norvenia promised to reopen the bridge.   => NOV
- Norvenia never promised to reopen the bridge.
  [actor] accept [thing:proposal|plan|offer|invitation|term|deal|demand|ceasefire|truce] [of|from|by:actor]?
+ Norvenia accepted an invitation from Ostravia.   => NOV, OSV
- Norvenia did not accept an invitation from Ostravia.
  [actor] offer to|talk|help|discussion|negotiation|mediation
+ Norvenia offered to mediate.   => NOV
- The valley offers walkers a view of Ostravia.
  [actor] offer further? talk|discussion|negotiation [to|with:actor]?
+ Norvenia offered further talks to Ostravia.   => NOV, OSV
- Norvenia offered no comment.
  [actor] approve|endorse|ratify [thing:plan|proposal|deal|treaty|agreement|accord|pact]
+ Norvenia ratified the treaty.   => NOV
- Norvenia did not ratify the treaty.
  (agreement|accord|deal) [between:actor]
+ The agreement between Norvenia and Ostravia took effect.   => NOV, OSV
- There was no agreement between Norvenia and Ostravia.
  [actor] consent to
+ Norvenia consented to an inspection.   => NOV
- Norvenia never consented to an inspection.
  [actor] commit to
+ Norvenia committed to a ceasefire.   => NOV
- Norvenia committed a foul.
