# Who agrees to do something: a promise, a deal to come.
type AGREE
  [actor] agree [with:actor]? to|on
+ Norvenia agreed with Ostravia on a new border crossing.   => NOV, OSV
- Norvenia did not agree with Ostravia on a new border crossing.
  [actor] promise|pledge|vow to
+ Norvenia promised to reopen the bridge.   => NOV
- Norvenia never promised to reopen the bridge.
  [actor] accept [thing:proposal|plan|offer|invitation|term|deal] [of|from|by:actor]?
+ Norvenia accepted an invitation from Ostravia.   => NOV, OSV
- Norvenia did not accept an invitation from Ostravia.
  [actor] offer to|talk|help|discussion|negotiation|mediation
+ Norvenia offered to mediate.   => NOV
- The valley offers walkers a view of Ostravia.
  [actor] offer further? talk|discussion|negotiation [to|with:actor]?
+ Norvenia offered further talks to Ostravia.   => NOV, OSV
- Norvenia offered no comment.
  (agreement|accord|deal) [between:actor]
+ The agreement between Norvenia and Ostravia took effect.   => NOV, OSV
- There was no agreement between Norvenia and Ostravia.
  [actor] consent to
+ Norvenia consented to an inspection.   => NOV
- Norvenia never consented to an inspection.
  [actor] commit to
+ Norvenia committed to a ceasefire.   => NOV
- Norvenia committed a foul.
mode
  [actor] agree|consent|volunteer to !disagree [to|with|for|from|in|on:actor]?
+ Norvenia agreed to lend its boats to Ostravia.   => NOV, OSV
- Norvenia did not agree to lend its boats.
  [actor] agree that|in
+ Norvenia agreed that Ostravia would lead the mission.   => NOV
- Norvenia never agreed that Ostravia should lead.
  [actor] agree [on|upon:thing]
+ Norvenia and Ostravia agreed on a timetable.   => NOV
- Norvenia and Ostravia did not agree on a timetable.
  [actor] offer to !comment [to|with|for|from|in:actor]?
+ Norvenia offered to train the guards of Ostravia.   => NOV
- Norvenia never offered to train anybody.
  [actor] offer [relief] [to|for:actor]?
+ Norvenia offered helicopters to Ostravia.   => NOV, OSV
- Norvenia offered an opinion.
  [actor] offer [actor] [thing]
+ Norvenia offered Ostravia a loan.   => NOV, OSV
- The hotel offered guests a towel.
  [actor] offer to [actor] [thing]
+ Norvenia offered to Ostravia a regiment.   => NOV, OSV
- The hotel offered to guests a towel.
  [actor] pledge|promise [relief] [to|for|in:actor]?
+ Norvenia pledged two million dollars to Ostravia.   => NOV, OSV
- Norvenia pledged nothing.
  [actor] express readiness|willingness [to|with:actor]?
+ Norvenia expressed its readiness to help Ostravia.   => NOV
- Norvenia expressed its doubts.
  [actor] be ready|willing|prepared to !fight|attack|strike|retaliate|die|defend [to|with|from:actor]?
+ Norvenia is willing to talk with Ostravia.   => NOV, OSV
- Norvenia is willing to fight.
  [actor] stand ready to !fight|attack|strike|retaliate
+ Norvenia stands ready to help.   => NOV
- Norvenia stands tall.
  [actor] announce|say [self] will !not|never|attack|strike|retaliate|boycott|invade|fight|punish|continue|begin|leave|launch|impose
+ Norvenia announced it will return the boats to Ostravia.   => NOV
- Norvenia announced it will attack Ostravia.
  [actor] say [self] would allow|let|send|recognize|recognise|accept|help|provide|support|join|return|release|sign|open|lift
+ Norvenia said it would allow boats through.   => NOV
- Norvenia said it would rain.
  [actor] join hand|force [with:actor]
+ Norvenia joined forces with Ostravia.   => NOV, OSV
- Norvenia joined the dots.
  [actor] (agreement|commitment|pledge|promise|offer) to
+ Norvenia's offer to train the guards stands.   => NOV
- There was no offer to train the guards.
  [actor] announce plan to !attack|strike|invade|boycott|impose
+ Norvenia announced plans to help Ostravia.   => NOV
- Norvenia announced plans to attack Ostravia.
  [actor] accept [thing:formula|offer|mediation|call|appeal|principle]
+ Norvenia accepted the offer of Ostravia.   => NOV, OSV
- Norvenia did not accept the offer.
  [actor] commit [relief] [to|for:actor]
+ Norvenia committed three million dollars to Ostravia.   => NOV, OSV
- Norvenia committed an error.
  [actor] settle [thing:dispute|strike|case|lawsuit] [with:actor]?
+ Norvenia settled its dispute with Ostravia.   => NOV, OSV
- The dust settled slowly.
  [actor] approve|authorize|authorise [thing:deployment|sale|mission|dispatch|visit|export]
+ Norvenia approved the sale of jets.   => NOV
- Norvenia did not approve the sale.
  [actor] (readiness|willingness) to !fight|attack|strike
+ Norvenia's willingness to talk is known.   => NOV
- There is no willingness to talk.
