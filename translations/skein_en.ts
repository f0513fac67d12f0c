<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BudgetMeter</name>
    <message numerus="yes">
        <source>Over budget by %1. The oldest %n messages would have to go.</source>
        <translation>
            <numerusform>Over budget by %1. The oldest message would have to go.</numerusform>
            <numerusform>Over budget by %1. The oldest %n messages would have to go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFigures</name>
    <message numerus="yes">
        <source>Mean share of the marked messages that are sent, for %Ln probe(s); in brackets the interval in which it lies in 95 of 100 drawings of the probes</source>
        <translation>
            <numerusform>Mean share of the marked messages that are sent, for %Ln probe; in brackets the interval in which it lies in 95 of 100 drawings of the probes</numerusform>
            <numerusform>Mean share of the marked messages that are sent, for %Ln probes; in brackets the interval in which it lies in 95 of 100 drawings of the probes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>%n message found</numerusform>
            <numerusform>%n messages found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n conversation(s) match</source>
        <translation>
            <numerusform>More than %n conversation matches</numerusform>
            <numerusform>More than %n conversations match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) match</source>
        <translation>
            <numerusform>%n conversation matches</numerusform>
            <numerusform>%n conversations match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostCharts</name>
    <message numerus="yes">
        <source>%Ln requests have no price</source>
        <translation>
            <numerusform>%Ln request has no price</numerusform>
            <numerusform>%Ln requests have no price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are priced by our own count</source>
        <translation>
            <numerusform>%Ln request is priced by our own count</numerusform>
            <numerusform>%Ln requests are priced by our own count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostNotices</name>
    <message numerus="yes">
        <source>%Ln earlier days of the period were unusual too.</source>
        <translation>
            <numerusform>%Ln earlier day of the period was unusual too.</numerusform>
            <numerusform>%Ln earlier days of the period were unusual too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message numerus="yes">
        <source>%Ln request(s) · %1 tokens sent, %2 of them from the cache · %3 answered · the cache saved %4</source>
        <translation>
            <numerusform>%Ln request · %1 tokens sent, %2 of them from the cache · %3 answered · the cache saved %4</numerusform>
            <numerusform>%Ln requests · %1 tokens sent, %2 of them from the cache · %3 answered · the cache saved %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no price and are not in the sum.</source>
        <translation>
            <numerusform>%Ln request has no price and is not in the sum.</numerusform>
            <numerusform>%Ln requests have no price and are not in the sum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostTableModel</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a price</source>
        <translation>
            <numerusform>%Ln without a price</numerusform>
            <numerusform>%Ln without a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln estimated</source>
        <translation>
            <numerusform>%Ln estimated</numerusform>
            <numerusform>%Ln estimated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostTiles</name>
    <message numerus="yes">
        <source>%Ln without a price</source>
        <translation>
            <numerusform>%Ln without a price</numerusform>
            <numerusform>%Ln without a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln estimated</source>
        <translation>
            <numerusform>%Ln estimated</numerusform>
            <numerusform>%Ln estimated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median %1, %Ln answer(s)</source>
        <translation>
            <numerusform>median %1, %Ln answer</numerusform>
            <numerusform>median %1, %Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with a price</source>
        <translation>
            <numerusform>%Ln conversation with a price</numerusform>
            <numerusform>%Ln conversations with a price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message numerus="yes">
        <source>The band follows from how much the last %Ln days differ; there are too few for a back-test.</source>
        <translation>
            <numerusform>The band follows from the last day alone; that is too little for a back-test.</numerusform>
            <numerusform>The band follows from how much the last %Ln days differ; there are too few for a back-test.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested on %Ln earlier days: four in five of those forecasts were off by no more than %1.</source>
        <translation>
            <numerusform>Tested on %Ln earlier day: four in five of those forecasts were off by no more than %1.</numerusform>
            <numerusform>Tested on %Ln earlier days: four in five of those forecasts were off by no more than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price and are in no sum: %1.</source>
        <translation>
            <numerusform>%Ln request has no price and is in no sum: %1.</numerusform>
            <numerusform>%Ln requests have no price and are in no sum: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>Importing: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Importing: %n conversation so far.</numerusform>
            <numerusform>Importing: %n conversations so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were there already.</source>
        <translation>
            <numerusform>%n conversation was there already.</numerusform>
            <numerusform>%n conversations were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n thing could not be read and was left out.</numerusform>
            <numerusform>%n things could not be read and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln conversation(s), %1.</source>
        <translation>
            <numerusform>Imported %Ln conversation, %1.</numerusform>
            <numerusform>Imported %Ln conversations, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExperimentsPane</name>
    <message numerus="yes">
        <source>%1
%2 · %Ln card(s)</source>
        <comment>name, time</comment>
        <translation>
            <numerusform>%1
%2 · %Ln card</numerusform>
            <numerusform>%1
%2 · %Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundServers</name>
    <message numerus="yes">
        <source>%1 answers at %2 and has %Ln model(s).</source>
        <translation>
            <numerusform>%1 answers at %2 and has %Ln model.</numerusform>
            <numerusform>%1 answers at %2 and has %Ln models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameShaper</name>
    <message numerus="yes">
        <source>The model&apos;s reasoning, %n characters</source>
        <translation>
            <numerusform>The model&apos;s reasoning, %n character</numerusform>
            <numerusform>The model&apos;s reasoning, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message numerus="yes">
        <source>%Ln request(s), %1. %2</source>
        <translation>
            <numerusform>%Ln request, %1. %2</numerusform>
            <numerusform>%Ln requests, %1. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them stood in for another provider.</source>
        <translation>
            <numerusform>%Ln of them stood in for another provider.</numerusform>
            <numerusform>%Ln of them stood in for another provider.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabColumn</name>
    <message numerus="yes">
        <source>Recall: %Ln point(s) below the best</source>
        <translation>
            <numerusform>Recall: %Ln point below the best</numerusform>
            <numerusform>Recall: %Ln points below the best</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message numerus="yes">
        <source>Opens %1 in the browser
Host: %2
Sends %n characters along with the address</source>
        <translation>
            <numerusform>Opens %1 in the browser
Host: %2
Sends %n character along with the address</numerusform>
            <numerusform>Opens %1 in the browser
Host: %2
Sends %n characters along with the address</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message numerus="yes">
        <source>%Ln prices imported.</source>
        <translation>
            <numerusform>%Ln price imported.</numerusform>
            <numerusform>%Ln prices imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices exported.</source>
        <translation>
            <numerusform>%Ln price exported.</numerusform>
            <numerusform>%Ln prices exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProbesPane</name>
    <message numerus="yes">
        <source>needs %Ln message(s)</source>
        <translation>
            <numerusform>needs %Ln message</numerusform>
            <numerusform>needs %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln message(s)</source>
        <translation>
            <numerusform>Confirm %Ln message</numerusform>
            <numerusform>Confirm %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderCheck</name>
    <message numerus="yes">
        <source>It works: %Ln model(s), answered in %1.</source>
        <translation>
            <numerusform>It works: %Ln model, answered in %1.</numerusform>
            <numerusform>It works: %Ln models, answered in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message numerus="yes">
        <source>older than the last %n messages</source>
        <translation>
            <numerusform>older than the last message</numerusform>
            <numerusform>older than the last %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among the last %n messages</source>
        <translation>
            <numerusform>the last message</numerusform>
            <numerusform>among the last %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned messages do not fit into the budget.</source>
        <translation>
            <numerusform>%n pinned message does not fit into the budget.</numerusform>
            <numerusform>%n pinned messages do not fit into the budget.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %Ln part(s) of the conversation</source>
        <translation>
            <numerusform>in the last part of the conversation</numerusform>
            <numerusform>in the last %Ln parts of the conversation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older message(s) are summarised by extracts made on this machine.</source>
        <translation>
            <numerusform>%Ln older message is summarised by extracts made on this machine.</numerusform>
            <numerusform>%Ln older messages are summarised by extracts made on this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older messages are summarised by a model before this is sent.</source>
        <translation>
            <numerusform>%Ln older message is summarised by a model before this is sent.</numerusform>
            <numerusform>%Ln older messages are summarised by a model before this is sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayCharts</name>
    <message numerus="yes">
        <source>%Ln requests would not have fitted</source>
        <translation>
            <numerusform>%Ln request would not have fitted</numerusform>
            <numerusform>%Ln requests would not have fitted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPage</name>
    <message numerus="yes">
        <source>of %Ln conversations, in %1</source>
        <translation>
            <numerusform>of %Ln conversation, in %1</numerusform>
            <numerusform>of %Ln conversations, in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln strategies</source>
        <translation>
            <numerusform>%Ln strategy</numerusform>
            <numerusform>%Ln strategies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayTableModel</name>
    <message numerus="yes">
        <source>%Ln requests have no price</source>
        <translation>
            <numerusform>%Ln request has no price</numerusform>
            <numerusform>%Ln requests have no price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message numerus="yes">
        <source>%Ln strategies</source>
        <translation>
            <numerusform>%Ln strategy</numerusform>
            <numerusform>%Ln strategies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no bill that is known; costs and savings are told without them.</source>
        <translation>
            <numerusform>%Ln request has no bill that is known; costs and savings are told without it.</numerusform>
            <numerusform>%Ln requests have no bill that is known; costs and savings are told without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no bill that is known.</source>
        <translation>
            <numerusform>%Ln request has no bill that is known.</numerusform>
            <numerusform>%Ln requests have no bill that is known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepriceCard</name>
    <message numerus="yes">
        <source>Done: %Ln charge(s), %1.</source>
        <translation>
            <numerusform>Done: %Ln charge, %1.</numerusform>
            <numerusform>Done: %Ln charges, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re-price %Ln charge(s)</source>
        <translation>
            <numerusform>Re-price %Ln charge</numerusform>
            <numerusform>Re-price %Ln charges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepriceWords</name>
    <message numerus="yes">
        <source>%Ln charge(s) would be worth %1 instead of %2.</source>
        <translation>
            <numerusform>%Ln charge would be worth %1 instead of %2.</numerusform>
            <numerusform>%Ln charges would be worth %1 instead of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with the provider&apos;s own figure stay as they are.</source>
        <translation>
            <numerusform>%Ln with the provider&apos;s own figure stays as it is.</numerusform>
            <numerusform>%Ln with the provider&apos;s own figure stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no price in the list and stay as they are.</source>
        <translation>
            <numerusform>%Ln has no price in the list and stays as it is.</numerusform>
            <numerusform>%Ln have no price in the list and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestDiff</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a known price are not in it</source>
        <translation>
            <numerusform>%n request without a known price is not in it</numerusform>
            <numerusform>%n requests without a known price are not in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n request(s) on the way</source>
        <translation>
            <numerusform>%n request on the way</numerusform>
            <numerusform>%n requests on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n request(s) without a price</source>
        <translation>
            <numerusform>%1 and %n request without a price</numerusform>
            <numerusform>%1 and %n requests without a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Team store: offline since %1, %Ln change(s) wait</source>
        <translation>
            <numerusform>Team store: offline since %1, %Ln change waits</numerusform>
            <numerusform>Team store: offline since %1, %Ln changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Team store: for reading only since %1, %Ln change(s) wait</source>
        <translation>
            <numerusform>Team store: for reading only since %1, %Ln change waits</numerusform>
            <numerusform>Team store: for reading only since %1, %Ln changes wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>There is a store with %Ln conversation(s).</source>
        <translation>
            <numerusform>There is a store with %Ln conversation.</numerusform>
            <numerusform>There is a store with %Ln conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are the same in both stores, with their messages, charges and summaries.</source>
        <translation>
            <numerusform>%Ln conversation is the same in both stores, with its messages, charges and summaries.</numerusform>
            <numerusform>%Ln conversations are the same in both stores, with their messages, charges and summaries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are different there or were left out, the first being: %1</source>
        <translation>
            <numerusform>%Ln thing is different there or was left out: %1</numerusform>
            <numerusform>%Ln things are different there or were left out, the first being: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy of %1 is of an older version of Skein and is brought up. What is open now, with %Ln conversation(s), is kept beside it under another name. The window closes and opens anew.</source>
        <translation>
            <numerusform>The copy of %1 is of an older version of Skein and is brought up. What is open now, with %Ln conversation, is kept beside it under another name. The window closes and opens anew.</numerusform>
            <numerusform>The copy of %1 is of an older version of Skein and is brought up. What is open now, with %Ln conversations, is kept beside it under another name. The window closes and opens anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy of %1 holds %2. What is open now, with %Ln conversation(s), is kept beside it under another name. The window closes and opens anew.</source>
        <translation>
            <numerusform>The copy of %1 holds %2. What is open now, with %Ln conversation, is kept beside it under another name. The window closes and opens anew.</numerusform>
            <numerusform>The copy of %1 holds %2. What is open now, with %Ln conversations, is kept beside it under another name. The window closes and opens anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <comment>held by a copy</comment>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message numerus="yes">
        <source>covers the first %Ln messages</source>
        <translation>
            <numerusform>covers the first message</numerusform>
            <numerusform>covers the first %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>The team store is back, and %Ln change(s) that had waited are there now.</source>
        <translation>
            <numerusform>The team store is back, and the change that had waited is there now.</numerusform>
            <numerusform>The team store is back, and the %Ln changes that had waited are there now.</numerusform>
        </translation>
    </message>
</context>
</TS>
