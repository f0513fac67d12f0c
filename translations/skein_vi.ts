<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>BlockShaper</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more rows and %2 more columns are not shown. Copy the message to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more: %1 characters are hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BudgetMeter</name>
    <message>
        <source>Context budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tokens used, tokens of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, estimated</source>
        <comment>tokens used, tokens of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>tokens, cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 full · %3</source>
        <comment>tokens, per cent, cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · over budget</source>
        <comment>tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the window: tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over budget by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of this request, without the answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Over budget by %1. The oldest %n messages would have to go.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Over budget by %1. Nothing is sent like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <comment>strategy, tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>You are changing an earlier message. Sending it begins a new branch; the old one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut because it reached the largest length that the settings allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please continue where you stopped.</source>
        <comment>sent to the model</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to a conversation or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message, or / for a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not filled in yet. Send again to send it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter); Shift+Enter begins a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter); Enter begins a new line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextPage</name>
    <message>
        <source>Messages and their verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which messages to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best score first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin: always send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the strategy decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a conversation. Every message appears here with its tokens and the reason why it is sent or left out, before anything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being read from the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan is kept for this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was imported, or answered by another program. What was sent for it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens used, tokens allowed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the request, of what it may hold · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over budget by %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · hatched: %1 cached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextStrip</name>
    <message>
        <source>Context strip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>heading of a group of conversations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <comment>the last answer of a conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context strategy of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use strategy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation has all that the filters ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin one, or import what you have from another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message has “%1” in it. Words may be in any order, with or without accents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest %1 messages found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n conversation(s) match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 conversations</source>
        <comment>the number has its thousands separated</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>Nothing spent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first answer, the tokens and the cost of every turn stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of each turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of each turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cost is shown of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests · %2 tokens sent, %3 of them from the cache · %4 answered · the cache saved %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests have no price and are not in the sum.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <comment>number, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of them from the cache: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of it has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this turn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Take off or put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the panel off or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (It said: %2)</source>
        <comment>a sentence, and what the other side answered</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be understood; check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be understood; check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the request: it has %1 tokens and the model takes %2; choose a strategy that sends less or a smaller budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the request because it is longer than the model&apos;s window; choose a strategy that sends less or a smaller budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: the request needs %1 tokens and the budget allows %2; shorten the message, choose another strategy or raise the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent because the request does not fit the budget; shorten the message, choose another strategy or raise the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no more requests for now; try again in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no more requests for now; try again in a minute or spread the requests over more keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left where %1 lies, so nothing was saved; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left where %1 lies, so nothing was saved; make room for %2 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed on its side (HTTP %2); try again or choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed on its side; try again or choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the request (HTTP %2); check the model and the provider&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the request; check the model and the provider&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for is not there any more; reload the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there; check the name or reload the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with something that cannot be understood; try again or check its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; what had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the content; put the message in other words or leave the part out that it objects to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read or written; check that it is there and that you may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside this program and was stopped; your conversations are safe. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked, so no key can be read; unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain on this system; the key is kept in memory until the program ends and has to be entered again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the connection and the address, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at %1 has no money left, and waiting does not help; top it up there or choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: the spending limit &quot;%1&quot; is used up; raise it under Costs or wait for the next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program, so nothing was saved; close the other one and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and was left as it is; open a backup or run &quot;skein doctor&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving in %1 or reading from it failed; try again, and check the disk or the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program and is open for reading only; update the program to write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can only be read, so nothing was saved; check who may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time; try again or choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent; check the address, its certificate and this machine&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off before it was complete; what had arrived is kept. Ask again to get all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the key; check it under Providers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports of chat programs (*.json *.jsonl *.zip *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skein, lossless (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI chat lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <comment>as the name of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n conversation(s) so far.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Imported %n conversation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n message(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were there already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only conversations that you began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only conversations with a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only conversations with a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only conversations whose last answer is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1B</source>
        <comment>billions of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-$%1</source>
        <comment>a negative amount of US dollars</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1</source>
        <comment>an amount of US dollars</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>pattern of a date with time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of a date without year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of a date with year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameShaper</name>
    <message>
        <source>Summarised up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the summary that is sent in place of the messages above</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The model&apos;s reasoning, %n characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide what the model thought aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Which request to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of %1 · %2</source>
        <comment>time, model</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Paste the key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste another key to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from the environment (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is in this system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain here: the key is kept until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Not opened: only web and mail addresses are. Target: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a mail: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %1 in the browser
Host: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opens %1 in the browser
Host: %2
Sends %n characters along with the address</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message as it was written (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message and ask again; this version is kept (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again; this version is kept (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the strategy decide about the message again (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always send the message (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the strategy decide about the message again (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never send the message (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mark away (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the message to find it again (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the summary of what stands above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent with the last request. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted: the connection or the program ended in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off: the provider ended the answer before it was complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: no usable answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>Free</source>
        <comment>part of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer so far</source>
        <comment>part of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for the answer</source>
        <comment>part of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the window: tokens</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source>score %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>(the text is not here any more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message %1 of %2, %3</source>
        <comment>number, count, writer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, %1 are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the prefix that the provider has cached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderCard</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs inside this program; nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and to which provider</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderCheck</name>
    <message>
        <source>It answers (%1), but names no models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers (%1), but has no model “%2”. It offers: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1 models, answered in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a provider of that name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must be a web address, such as https://api.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not hold a key or a question mark; keys go into their own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key would travel over http for all to read; use https.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change provider “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test shows which there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where requests are sent. Any server that speaks the chat-completions protocol will do, on this machine or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed. Its key stays in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>its content is in the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>older than the last %n messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>does not fit into the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the point where the history is cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other messages bear more on the question (this one is number %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a request begins with a question, and this stands before the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tool call or a result that belongs to it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer that failed is not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system messages always go first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest question always goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to the newest question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another message of its turn is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole history is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>among the last %n messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>among the newest messages that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the part that stays the same, so that the provider&apos;s cache serves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every second message is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bears on the question (number %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a short extract of it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes with its tool call or result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortened to fit; %1 are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieved</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarised</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <comment>verdict on a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict on a message: reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s window is not known; %1 are assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary cannot be used, so the older messages are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no summary yet, so the older messages are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message bears on the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is too long and was shortened by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are estimated: the model&apos;s vocabulary is not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of the reductions was needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system messages alone are over the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pinned messages do not fit into the budget.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieved</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <comment>part of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <comment>writer of a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <comment>writer of a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <comment>writer of a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <comment>writer of a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated, calibrated with the usage that the provider reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliding window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliding in blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semantic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends every message, and refuses before sending when that does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the newest messages and never splits a turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the newest messages, and cuts rarely and in large blocks, so that the provider&apos;s cache serves the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends extracts of the older chunks of the conversation, those that bear on the question, and the last ones in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a summary of the older messages and the newest as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the messages that bear most on the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduces step by step until the request fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a stable block of the newest messages, and behind it what bears on the question.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestDiff</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>being answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a shell command; the key is taken from $SKEIN_KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request, word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a question, or choose an answer of the conversation, to see exactly what is sent to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being read from the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider, model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POST %1</source>
        <comment>HTTP method and address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written to the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1 failed: %2; waited %3</source>
        <comment>number, reason, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first request of the conversation; there is nothing to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the request before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since the request before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the request before: %1 lines added, %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent (the key is never kept):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received: HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>Untitled conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least that much</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer is arriving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last answer is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a known price are not in it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The last answer is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As on this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice (no key needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes hold at once and are saved on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line. Switched off, Enter begins a new line and Ctrl+Enter sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show costs in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each conversation has cost so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the screen moves that need not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose the conversations are that you begin. The filter “Mine” shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked in new conversations. Each conversation can have another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the one set for the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which messages of a conversation are sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget for a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most tokens that one request may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept free for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the window that no request uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 answers most alike each time, 2 most freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n request(s) on the way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: answers well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: answers slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: many requests fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1, over the budget of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n request(s) without a price</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No store open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatePopup</name>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextRowsModel</name>
    <message>
        <source>Added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextWriter</name>
    <message>
        <source>image:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadCanvas</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+N to begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first message below. Before it is sent, the bar above the field shows how much of the model&apos;s window it fills and what it will cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its messages are being read from the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimingBar</name>
    <message>
        <source>queued %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictLegend</name>
    <message>
        <source>%1 %2</source>
        <comment>verdict, number of messages</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Skein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the model sees, and what it costs. Choose how to begin; the other ways stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice provider on this machine answers from the text it is sent. It sends nothing anywhere, and says that it is practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model server answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick one, paste its key and test the connection. The key goes into this system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring your conversations along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports of ChatGPT, Claude, Open WebUI, LibreChat and others are read with their branches, times and models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month of made-up support conversations in Vietnamese and English with their costs. It can be removed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Go to a conversation or run a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
