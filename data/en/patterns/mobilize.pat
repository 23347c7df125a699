# Showing or moving force without using it.
type MOBILIZE
mode troops
  [actor] deploy|send|move|dispatch [force] [to|in|near|into|along:actor]?
+ Norvenia deployed troops to Ostravia.   => NOV, OSV
- Norvenia deployed a website.
  [actor] mass|amass|station|mobilize|mobilise [force] [near|on|along|in:actor]?
+ Norvenia massed troops near Ostravia.   => NOV, OSV
- Norvenia did not mass troops near Ostravia.
  [actor] build up [force]
+ Norvenia built up its forces.   => NOV
- Norvenia built up its library.
  [actor]? (buildup|deployment) [of:force] [near|to|in:actor]?
+ A buildup of Norvenian troops near Ostravia worried Velmark.   => NOV, OSV
- A buildup of ice closed the port of Norvenia.
  [actor] (buildup|deployment|mobilization) [near|to|in:actor]?
+ The Norvenian deployment to Ostravia ended.   => NOV, OSV
- There was no Norvenian deployment to Ostravia.
  [actor] mobilize|mobilise
+ Norvenia mobilized.   => NOV
- Norvenia never mobilized.
  [actor] put [force] on alert
+ Norvenia put its troops on alert.   => NOV
- Norvenia put its bakers on shift.
  [actor] reinforce|strengthen [thing:border|troop|force|position|garrison]
+ Norvenia reinforced its border.   => NOV
- Norvenia reinforced a bridge.
  [actor] hold|conduct|begin|stage|start|launch exercise|drill|manoeuvre|maneuver
+ Norvenia began exercises.   => NOV
- Norvenia began a debate.
mode weapons
  [actor] test missile|rocket|warhead
+ Norvenia tested a missile.   => NOV
- Norvenia tested a vaccine.
mode troops
  [actor] deploy|send|move|dispatch|shift|redeploy|rush|concentrate|gather [force] [to|in|near|into|along|at|toward|towards|around|on:thing]?
+ Norvenia moved tanks to the border.   => NOV
- Norvenia moved house.
  [actor] mass|amass|station|mobilize|mobilise|muster|rally [force]
+ Norvenia has massed tanks.   => NOV
- Norvenia massed no tanks.
  [actor] mobilize|mobilise [thing:man|reservist|population|reserve|fleet|army|fighter|militia] [to|against|for:thing]?
+ Norvenia mobilised reservists for the hills.   => NOV
- Norvenia did not mobilise its men.
  [actor] remain|be|go|stay on alert
+ Norvenian troops remained on alert.   => NOV
- Norvenian troops remained on leave.
  [actor] place|put [thing] on alert|standby
+ Norvenia put its navy on alert.   => NOV
- Norvenia put its hat on.
  [actor] reinforce|strengthen|intensify|increase|boost|step up? [thing:border|troop|force|position|garrison|presence|patrol|defence|defense|contingent] [in|near|along|at|on:thing]?
+ Norvenia reinforced its presence near Ostravia.   => NOV, OSV
- Norvenia reinforced the point.
  [actor] (buildup|build-up|mobilization|mobilisation|massing) [of|on|near|along:thing]?
+ Norvenia's mobilization near the border went on.   => NOV
- There was no mobilization near the border.
  [actor] call up reservist|conscript
+ Norvenia called up reservists.   => NOV
- Norvenia called up a friend.
  [actor] advance|march [on|toward|towards:actor]
+ Norvenian troops advanced on Ostravia.   => NOV, OSV
- The hour advanced.
  [actor] patrol [thing:border|water|street|coast|airspace|sea|strait]
+ Norvenian ships patrolled the coast.   => NOV
- Gulls patrolled the coast.
mode weapons
  [actor] test|launch|fire|test-fire [thing:missile|rocket|warhead|bomb|torpedo]
+ Norvenia launched a ballistic missile.   => NOV
- Norvenia launched a kite.
  [actor] enrich|produce|develop|acquire [thing:uranium|plutonium|warhead|missile|weapon]
+ Norvenia enriched uranium.   => NOV
- Norvenia developed a cough.
