# Deeds done together, deals signed, ties opened.
type COOPERATE
  [actor] sign [accord] [with:actor]?
+ Norvenia signed a treaty with Ostravia.   => NOV, OSV
- Norvenia signed a striker.
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
  [actor] restore|establish|resume tie|relation [with:actor]
+ Norvenia restored diplomatic relations with Ostravia.   => NOV, OSV
- Norvenia restored a painting with care.
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
