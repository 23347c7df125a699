# Deeds done together, deals signed, ties opened.
type COOPERATE
  [actor] cooperate|collaborate [with:actor]
+ Norvenia cooperated with Ostravia.   => NOV, OSV
- Norvenia did not cooperate with Ostravia.
  [actor] conduct|hold|stage exercise|drill|manoeuvre|maneuver with [actor]
+ Norvenia held naval exercises with Ostravia.   => NOV, OSV
- Norvenia held its breath with Ostravia.
  [actor] share intelligence|information|data with [actor]
+ Norvenia shared intelligence with Ostravia.   => NOV, OSV
- Norvenia shares a border with Ostravia.
  [actor] exchange prisoner|ambassador|information [with:actor]
+ Norvenia exchanged prisoners with Ostravia.   => NOV, OSV
- Norvenia exchanged insults with Ostravia.
  [actor] extradite [person] [to:actor]?
+ Norvenia extradited the suspect to Ostravia.   => NOV, OSV
- Norvenia did not extradite the suspect to Ostravia.
  (cooperation) [between:actor]
+ Cooperation between Norvenia and Ostravia grew.   => NOV, OSV
- There was no cooperation between Norvenia and Ostravia.
  [actor] trade with [actor]
+ Norvenia traded with Ostravia.   => NOV, OSV
- Norvenia traded blows with Ostravia.
  [actor] reopen embassy|border|consulate [in|with:actor]
+ Norvenia reopened its embassy in Ostravia.   => NOV, OSV
- Norvenia did not reopen its embassy in Ostravia.
mode
  [actor] hold|conduct|stage|carry|perform|begin|start|launch out? [thing:exercise|drill|manoeuvre|maneuver|patrol|wargame|game] [with:actor]
+ Norvenia performed war games with Ostravia.   => NOV, OSV
- Norvenia performed a play with puppets.
  [actor] hold|conduct|stage|carry|perform|plan out? joint|bilateral|combined [thing:exercise|drill|manoeuvre|maneuver|patrol|operation|game|training]
+ Norvenia and Ostravia performed joint drills.   => NOV
- Norvenia performed a solo.
  [actor] participate|take|join in? part? in? @drill [with:actor]?
+ Norvenia took part in exercises with Ostravia.   => NOV, OSV
- Norvenia took part in a raffle.
  [actor] train [thing:soldier|troop|pilot|police|officer|force|army|guard|fighter|unit] [of|in|from:actor]?
+ Norvenia trains pilots of Ostravia.   => NOV, OSV
- Norvenia trains dogs.
  [actor] train [actor]
+ Norvenia trains the Ostravian army.   => NOV, OSV
- The coach trains rookies.
  [actor] share [thing:information|intelligence|data|technology|evidence|water] [with:actor]
+ Norvenia shared technology with Ostravia.   => NOV, OSV
- Norvenia shared a joke.
  [actor] cooperate|collaborate|work|coordinate together|closely|jointly [with:actor]?
+ Norvenia worked closely with Ostravia.   => NOV, OSV
- The colours worked well.
  [actor] exchange|swap [thing:prisoner|captive|hostage|body|ambassador|information|technology|intelligence] [with:actor]?
+ Norvenia swapped captives with Ostravia.   => NOV, OSV
- Norvenia swapped seats.
  [actor] sell|buy|purchase|import|export [thing:jet|tank|missile|weapon|arms|gas|oil|grain|aircraft|system|helicopter|submarine|electricity|uranium|ship|frigate|drone|rifle] [to|from:actor]
+ Norvenia sold jets to Ostravia.   => NOV, OSV
- Norvenia sold jets to nobody.
  [actor] invest [thing]? [in:actor]
+ Norvenia invested two billion dollars in Ostravia.   => NOV, OSV
- Norvenia invested in patience.
  [actor] open [thing:embassy|consulate|border|office|market|trade] [in|to|with:actor]
+ Norvenia opened an embassy in Ostravia.   => NOV, OSV
- Norvenia opened a tin.
  [actor] build|construct [thing:pipeline|plant|railway|port|road|dam|reactor|bridge] [in|with|to:actor]
+ Norvenia built a railway with Ostravia.   => NOV, OSV
- Norvenia built a kite.
  [actor] develop [thing:course|programme|program|weapon|system|vaccine|project|field] [with|for:actor]
+ Norvenia developed a course for Ostravia.   => NOV, OSV
- Norvenia developed a cough.
  [actor] assist|join|help investigation|inquiry|probe
+ Norvenia assisted the investigation.   => NOV
- Norvenia joined the queue.
