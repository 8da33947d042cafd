/*
 * The agreement language, one sentence at a time: the reader cuts a text at its full stops and parses each piece by
 * `line`, so that an error in one sentence never reaches another. Clauses and scenarios go on over several sentences;
 * a `provision` or a `step` on its own belongs to the clause or scenario before it.
 */
grammar Esco;

line       : sentence '.' EOF ;

sentence   : head | setting | declaration | definition | start | clause | survival | provision | gapRule | vat | change
           | scenario | step ;

head       : kind=('contract' | 'template' | 'module') STRING 'version' NUMBER
             ('from' 'template' STRING 'version' NUMBER)?
             (',' 'in' 'place' 'of' 'version' NUMBER 'from' date)?                                           # contractHead
           | 'amendment' NUMBER 'to' STRING 'version' NUMBER 'gives' 'version' NUMBER ','
             'effective' date ',' 'signed' 'by' terms                                                       # amendmentHead
           ;

// ---- settings -------------------------------------------------------------------------------
setting    : 'in' 'force' 'from' date 'to' date                     # inForce
           | 'governed' 'by' STRING                                 # law
           | 'time' 'zone' STRING                                   # zone
           | 'working' 'days' 'follow' STRING                       # calendar
           | 'money' 'is' rounding                                  # moneyRounding
           | 'due' 'dates' 'roll' 'to' 'the' (direction=('next' | 'previous') 'working' 'day'
             | 'next' 'working' 'day' within='of' 'the' 'same' 'month')   # roll
           | 'payments' 'of' 'one' 'settlement' 'are' 'set' 'off'   # setOff
           | 'corrections' 'of' TERM ('from' duration 'after' 'its' 'end')?
             'are' 'carried' 'to' TERM                              # carryCorrections
           | 'uses' STRING 'version' NUMBER                         # uses
           ;

// ---- declarations ---------------------------------------------------------------------------
declaration: 'party' TERM 'is' STRING                               # party
           | 'meter' TERM how=('reads' | 'registers') unit 'every' duration 'from' STRING
             (',' 'rolls' 'over' 'at' quantity)?                    # meter
           | 'fact' TERM 'in' unit ('each' TERM)? 'is' amount (',' 'stated' 'by' TERM (',' 'confirmed' 'by' terms)?
             | 'unless' TERM 'states' ('and' terms ('confirms' | 'confirm'))? 'another' 'value')   # fact
           | 'adjustment' TERM 'in' unit ',' 'proposed' 'by' TERM ',' 'confirmed' 'by' terms   # adjustment
           | 'baseline' TERM 'of' TERM 'is' 'fitted' 'by' STRING 'from' date 'to' date ('with' terms)?
             (',' 'accepted' 'when' cond)?                          # baseline
           | 'index' TERM 'is' 'published' 'in' unit 'every' duration 'by' STRING   # index
           | 'period' TERM 'is' 'every' duration 'from' date (',' 'settled' duration 'after' 'its' 'end')?   # period
           | 'season' TERM 'is' DAYMONTH 'to' DAYMONTH              # seasonDecl
           | 'asset' TERM 'is' 'counted' 'in' unit (',' 'down' 'to' quantity)?   # asset
           | 'parameter' TERM parameterKind (',' parameterLimit)* (',' 'described' 'as' STRING)?   # parameter
           | 'table' TERM 'in' unit 'by' TERM ':' row (';' row)*    # tableDecl
           | 'event' TERM ('is' | 'has' eventFigure (',' eventFigure)* ',') 'reported' 'by' TERM   # eventDecl
           ;
eventFigure: TERM 'in' unit ;
parameterKind
           : 'in' unit                                              # quantityKind
           | 'is' 'a' 'date'                                        # dateKind
           | 'is' 'a' 'party'                                       # partyKind
           | 'is' 'a' 'meter' 'that' how=('reads' | 'registers') unit 'every' duration
             (',' 'rolls' 'over' 'at' quantity)?                    # meterKind
           ;
parameterLimit : 'at' end=('least' | 'most') amount ;
row        : NUMBER ('to' NUMBER)? ':' '-'? NUMBER ;

// ---- definitions ----------------------------------------------------------------------------
definition : TERM ('by' 'days')? 'is' value (',' bound)* (','? 'by' 'days')?   # valued
           | TERM 'is' DATE                                         # dated
           ;
start      : TERM 'starts' 'at' expr ;
value      : expr                                                   # plainValue
           | expr 'in' 'bands' ':' band (';' band)* (',' 'counted' 'from' 'the' 'start' 'of' TERM)?   # banded
           | arm (';' arm)* ';' expr 'otherwise'                    # cases
           ;
arm        : expr 'when' cond ;
band       : 'up' 'to' size 'at' size                               # bandUpTo
           | 'the' order=('first' | 'next') size 'at' size          # bandWide
           | ('above' | 'the' 'rest') 'at' size                     # bandRest
           ;
size       : quantity | NUMBER | TERM ;
bound      : 'at' 'least' expr                                      # atLeast
           | 'at' 'most' expr ('in' 'each' TERM)?                   # atMost
           | 'starting' 'at' expr                                   # startingAt
           | 'rising' 'by' rate 'each' TERM                         # rising
           | rounding                                               # rounded
           ;
rate       : quantity | TERM ;
rounding   : 'rounded' roundingMode 'to' (quantity | NUMBER) ;
roundingMode : 'half' 'up' | 'half' 'even' | 'up' | 'down' ;

// ---- clauses --------------------------------------------------------------------------------
clause     : 'clause' clauseNo STRING ('is' 'an' 'exception' 'to' clauseRefs)? ':' provision   # ruling
           | 'clause' clauseNo STRING 'reads' STRING                                            # prose
           ;
vat        : 'VAT' 'at' rate 'is' 'added' 'to' clauseRefs ;
clauseRefs : 'clause' clauseNo (',' clauseNo)* | 'clauses' clauseNo (',' clauseNo)* 'and' clauseNo ;
clauseNo   : NUMBER | DOTTED ;
provision  : guard* effect ;
guard      : word=('when' | 'unless') cond ','                      # conditionGuard
           | 'for' 'each' TERM ','                                  # periodGuard
           ;
effect     : TERM 'shall' 'pay' expr 'to' TERM due (',' 'described' 'as' STRING)?   # pay
           | TERM 'shall' 'pay' expr due ':' share (',' share)* ',' 'the' 'rest' 'to' TERM
             ('described' 'as' STRING)? (',' 'described' 'as' STRING)?   # paySplit
           | TERM 'shall' 'transfer' expr 'of' TERM 'to' TERM due   # transfer
           | TERM 'shall' 'mint' expr 'of' TERM 'to' TERM due       # mint
           | TERM 'shall' 'retire' expr 'of' TERM ('from' TERM)? due   # retire
           | TERM 'mints' counted 'to' TERM                         # mintAtOnce
           | TERM 'retires' counted ('from' TERM)?                  # retireAtOnce
           | TERM 'shall' 'deliver' expr 'to' TERM due              # deliver
           | TERM 'shall' STRING due                                # perform
           | TERM 'may' 'terminate' 'on' duration 'notice'          # terminate
           | TERM 'may' 'dispute' 'a' 'settlement' moment              # dispute
           | TERM 'is' 'instead' value (',' bound)*                 # redefine
           | ('no' 'payment' | 'nothing') 'is' 'due' 'under' clauseRefs   # nothingDue
           | 'settlement' 'is' 'held'                               # hold
           ;
share      : expr 'to' TERM ('described' 'as' STRING)? ;
counted    : quantity 'of' operand                                     # countedFor
           | TERM 'of' TERM                                         # countedOf
           ;
due        : moment (',' 'with' duration 'grace')? ;
moment     : 'within' duration 'after' event                        # dueWithin
           | 'by' date                                              # dueBy
           | 'at' 'settlement'                                      # dueAtSettlement
           ;
event      : 'settlement'                                           # onSettlement
           | 'notice'                                               # onNotice
           | 'the' 'end' 'of' TERM                                  # onEnd
           | 'clause' clauseNo 'is' clauseState                     # onClause
           ;
clauseState: 'breached' | 'performed' | 'paid' ;

survival   : clauseRefs ('survives' | 'survive') 'the' 'end' 'of' 'this' 'agreement' ('for' duration)? ;

gapRule    : 'when' 'readings' 'of' terms 'are' 'missing' (':' gapArm (';' gapArm)* | ',' gapAction) ;
gapArm     : 'for' 'up' 'to' duration ',' gapAction                 # gapUpTo
           | 'for' 'longer' ',' gapAction                           # gapLonger
           ;
gapAction  : ('use' estimate | 'hold' 'settlement') (',' 'notify' terms)? ;
estimate   : 'a' 'straight' 'line' 'between' 'the' 'readings' 'on' 'either' 'side'            # straightLine
           | 'the' 'average' 'of' 'the' 'last' NUMBER 'like' 'days' (',' 'scaled' 'to' TERM)?   # likeDays
           | 'the' 'average' 'of' 'the' 'previous' duration                                    # previousAverage
           | 'the' 'same' duration 'of' 'the' 'previous' 'year'                                # previousYear
           | expr                                                                              # fixedEstimate
           ;

// ---- amendments -----------------------------------------------------------------------------
change     : 'repeal' repealed                                      # repeal
           | 'replace' (setting | declaration | definition | start | clause | gapRule | vat | scenario)   # replace
           ;
repealed   : 'clause' clauseNo | 'scenario' STRING | 'VAT' 'at' quantity | setting | TERM ;

// ---- scenarios ------------------------------------------------------------------------------
scenario   : 'scenario' STRING (link=('like' | 'after') STRING)? ':' step ;
step       : given | settle | expect ;
given      : 'given' TERM 'is' amount hours? ('over' span | 'from' date)?                # givenValue
           | 'given' TERM ('is' | 'totals' | 'reads') series unit? 'every' duration 'from' date   # givenSeries
           | 'given' TERM 'totals' amount 'over' span                                    # givenTotal
           | 'given' TERM 'reads' amount 'each' hours? ('over' span)?                    # givenEach
           | 'given' TERM ('stands' | 'is' 'estimated') 'at' quantity 'on' date          # givenStand
           | 'given' 'no' 'readings' 'of' TERM hours? 'over' span                        # givenGap
           | 'given' TERM 'on' date 'at' TIME ('with' givenFigure (',' givenFigure)*)?   # givenOccurrence
           | 'given' 'the' 'previous' TERM 'is' amount                                   # givenPrevious
           | 'given' 'clause' clauseNo 'is' clauseState 'on' date                        # givenEvent
           | 'given' TERM 'terminates' ('under' 'clause' clauseNo)? 'on' date            # givenTermination
           | 'given' TERM 'disputes' 'the' 'settlement' 'of' TERM 'starting' date ('under' clauseRefs)?
             'on' date                                                                   # givenDispute
           ;
givenFigure: TERM 'of' amount ;
settle     : 'settle' TERM 'starting' date 'again'? ;
expect     : 'expect' expr ('is' | 'to' 'be') expr settled?                              # expectValue
           | 'expect' TERM 'to' 'pay' expr 'to' TERM ('under' 'clause' clauseNo)? ('for' STRING)? ('by' date)? settled?   # expectPay
           | 'expect' 'a' kind=('balance' | 'reversal' | 'correction') 'of' sum ',' 'payable' 'by' TERM 'to' TERM
             ('by' date)? settled?                                                       # expectBalance
           | 'expect' TERM 'to' kind=('transfer' | 'mint') expr 'of' TERM 'to' TERM condition   # expectTransfer
           | 'expect' TERM 'to' 'retire' expr 'of' TERM ('from' TERM)? condition         # expectRetire
           | 'expect' TERM 'to' 'deliver' expr 'to' TERM condition                       # expectDeliver
           | 'expect' TERM 'to' STRING condition                                         # expectPerform
           | 'expect' 'nothing' 'under' 'clause' clauseNo                                # expectNothing
           | 'expect' 'clause' clauseNo 'to' 'be'
             state=('due' | 'performed' | 'paid' | 'breached' | 'disputed' | 'excused' | 'terminated')
             ('on' date)?                                                                # expectState
           | 'expect' 'the' 'agreement' 'to' 'end' 'on' date                             # expectEnd
           | 'expect' 'no' ('payment' ('under' 'clause' clauseNo)? | 'correction') settled?   # expectNone
           | 'expect' 'settlement' 'to' 'be' 'held' settled?                             # expectHeld
           | 'expect' 'settlement' 'to' 'be' 'disputed'                                  # expectDisputed
           | 'expect' TERM 'to' 'be' 'able' 'to' 'terminate'                             # expectPower
           ;
condition  : ('under' 'clause' clauseNo)? ('by' date)? ;
settled    : 'for' TERM 'starting' date ;
sum        : expr (',' 'plus' 'VAT' 'of' expr ',' 'in' 'total' expr)? ;
amount     : '-'? NUMBER (unit | ('per' unitAtom)+)? ;
series     : '-'? NUMBER (';' '-'? NUMBER)+ ;
span       : date 'to' date ;

// ---- conditions: 'and' and 'or' may not be mixed without parentheses --------------------------
cond       : test ('and' test)*                                     # allOf
           | test ('or' test)+                                      # anyOf
           ;
test       : expr 'is' comparison                                   # compare
           | 'it' 'is' when                                         # calendarTest
           | 'clause' clauseNo 'is' clauseState ('for' 'more' 'than' duration)?   # clauseTest
           | 'not'? '(' cond ')'                                    # group
           ;
comparison : relation expr                                          # compared
           | 'between' expr 'and' expr                              # between
           ;
relation   : 'above' | 'below' | 'at' 'least' | 'at' 'most' | 'equal' 'to' ;
when       : dayKind hours? season? | hours season? | season | bounds=('before' | 'after') date ;
dayKind    : 'a' ('working' 'day' | 'weekday' | 'weekend' | 'public' 'holiday') ;
hours      : 'from' TIME 'to' TIME ;
during     : dayKinds hours? season? | hours season? | season ;
dayKinds   : 'on' ('working' 'days' | 'weekdays' | 'weekends' | 'public' 'holidays') ;
season     : side=('in' | 'outside') TERM ;

// ---- expressions ----------------------------------------------------------------------------
expr       : factor (('+' | '-') factor)* ;
factor     : item (('*' | '/') item)* ;
item       : prim ('for' 'each' 'full'? quantity 'of' prim)? ;
// An open value may go on with more words; where such words follow a value (`over`, `from 07:00`), only a closed one may stand.
prim       : operand | open ;
operand    : quantity                                               # literal
           | quantity 'of' operand                                  # shareOf
           | NUMBER                                                 # number
           | TERM                                                   # ref
           | 'the' side=('lesser' | 'greater') 'of' prim 'and' operand   # pick
           | 'the' kind=('total' | 'average' | 'highest' | 'lowest') 'of' operand during? 'over' window   # aggregate
           | 'the' 'amount' 'by' 'which' prim 'exceeds' operand     # excess
           | 'the' 'degree' 'hours' 'of' operand side=('below' | 'above') operand during? 'over' window   # degreeHours
           | 'the' 'highest' 'power' 'of' operand ('in' 'each' duration)? during? 'over' window   # highestPower
           | 'the' 'energy' 'of' operand                            # energyOf
           | 'the' 'number' 'of' TERM during? 'over' window         # eventCount
           | 'the' 'value' 'of' TERM ('on' date | 'at' 'the' end=('start' | 'end') 'of' TERM)   # lookup
           | 'the' 'value' 'of' TERM 'on' 'the' 'due' 'day' 'of' 'clause' clauseNo   # dueValue
           | 'the' 'average' 'of' TERM 'while' 'clause' clauseNo 'is' 'late'         # lateAverage
           | 'the' 'previous' TERM                                  # previous
           | 'the' 'time' 'clause' clauseNo 'is' 'late'             # lateness
           | 'the' 'hours' 'of' TERM (older='when' | 'during' 'which') TERM 'is' threshold   # countHours
           | '(' expr ')'                                           # paren
           ;
open       : quantity 'of' open                                     # openShareOf
           | 'the' side=('lesser' | 'greater') 'of' prim 'and' open # openPick
           | 'the' 'amount' 'by' 'which' prim 'exceeds' open        # openExcess
           | 'the' 'amount' 'due' 'by' TERM 'under' clauseRefs ('with' 'VAT')? ('over' TERM)?   # amountDue
           | 'the' count=('hours' | 'days' | 'months') 'of' TERM (during | side=('before' | 'from') date)?   # calendarCount
           ;
threshold  : relation operand                                       # thresholdOf
           | 'between' operand 'and' operand                        # thresholdBetween
           ;
window     : TERM | 'the' 'previous' NUMBER TERM ;
quantity   : '-'? NUMBER (unit | ('per' unitAtom)+) ;
unit       : unitAtom (('per' | '/') unitAtom)* ;
unitAtom   : UNIT | 'minute' | 'minutes' | 'degree' ('day' | 'days' | 'hour' | 'hours') | 'hour' | 'hours' | 'day' | 'days'
           | 'month' | 'months' | 'year' | 'years' ;
duration   : NUMBER ('minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days' | 'working' 'day' | 'working' 'days'
           | 'week' | 'weeks' | 'month' | 'months' | 'year' | 'years') ;
date       : DATE | TERM ;
terms      : TERM (',' TERM)* ;

// ---- tokens ---------------------------------------------------------------------------------
UNIT       : 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'NOK' | 'DKK' | 'PLN' | 'CZK' | 'HUF' | 'RON' | 'BGN'
           | 'JPY' | 'KWD'
           | 'Wh' | 'kWh' | 'MWh' | 'GWh' | 'MJ' | 'GJ' | 'kW' | 'MW' | 'kWp' | 'kVA' | 'MVA' | 'V' | 'A'
           | '%' | '°C' | '°F' | 'm2' | 'm3' | 'tCO2' | 'certificate' 's'? | 'coin' 's'? | 'point' 's'? ;
DATE       : [0-9] [0-9]? SPACE MONTH SPACE [0-9] [0-9] [0-9] [0-9] | [0-9][0-9][0-9][0-9] '-' [0-9][0-9] '-' [0-9][0-9] ;
DAYMONTH   : [0-9] [0-9]? SPACE MONTH ;
TIME       : [0-9] [0-9] ':' [0-9] [0-9] ;
NUMBER     : [0-9] [0-9]? [0-9]? (',' [0-9] [0-9] [0-9])+ ('.' [0-9]+)? | [0-9]+ ('.' [0-9]+)? ;
DOTTED     : [0-9]+ '.' [0-9]+ ('.' [0-9]+)+ ;
TERM       : WORD (' '+ (WORD | [0-9]+))* ;
LOWER      : [\p{Ll}] [\p{L}0-9-]* ;   // any other word, so that a misspelt keyword is one token and can be named
STRING     : '"' ~["]* '"' ;
WS         : [ \t\r\n\u00A0\uFEFF]+ -> channel(HIDDEN) ;
NOTE       : '#' ~[\r\n]* -> channel(HIDDEN) ;
UNCLOSED   : ('"' | '\uFDD0') ~["\r\n]* ;
UNREADABLE : . ;
fragment SPACE : [ \t\r\n]+ ;
fragment WORD  : [\p{Lu}] [\p{L}0-9]* ('-' [\p{L}]+)* ;
fragment MONTH : 'January' | 'February' | 'March' | 'April' | 'May' | 'June' | 'July' | 'August' | 'September' | 'October'
               | 'November' | 'December' ;
