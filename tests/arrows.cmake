cmake_minimum_required(VERSION 3.25)

# Reads every #include of ours and fails on the first arrow that is not in this table.
# room | rooms it may include besides itself
set(arrows
    "core/base|"
    "core/chat|core/base"
    "core/tokens|core/base core/chat"
    "core/retrieval|core/base core/chat"
    "core/context|core/base core/chat core/tokens core/retrieval"
    "core/cost|core/base core/chat core/tokens core/context core/retrieval"
    "core/net|core/base core/chat"
    "core/store|core/base core/chat"
    "core/exchange|core/base core/chat"
    "core/settings|core/base core/chat"
    "core/practice|core/base core/chat core/tokens core/retrieval"
    "core/session|core"
    "ui/base|core"
    "ui/conversations|core ui/base"
    "ui/thread|core ui/base"
    "ui/composer|core ui/base"
    "ui/budget|core ui/base"
    "ui/inspector|core ui/base"
    "ui/lab|core ui/base"
    "ui/cost|core ui/base"
    "ui/providers|core ui/base"
    "ui/settings|core ui/base"
    "ui/palette|core ui/base"
    "ui/mainwindow|core ui"
    "ui|core ui"
    "app|core ui app"
)

# headers for the rest of their own room only
set(private
    core/store/attempttable.h
    core/store/bundlerows.h
    core/store/connection.h
    core/store/conversationtable.h
    core/store/database.h
    core/store/engine.h
    core/store/examination.h
    core/store/journal.h
    core/store/ledger.h
    core/store/ledgersums.h
    core/store/lotimport.h
    core/store/messagetable.h
    core/store/migrations.h
    core/store/notes.h
    core/store/postgres.h
    core/store/postgrescopy.h
    core/store/postgreswords.h
    core/store/quickrow.h
    core/store/redisaddress.h
    core/store/redislink.h
    core/store/reservations.h
    core/store/searchtext.h
    core/store/sqlite.h
    core/store/storedvalues.h
    core/store/storefile.h
    core/store/storeplace.h
    core/store/storeserver.h
    core/store/storeworker.h
    core/store/timespans.h
)

cmake_path(SET top NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/..")
cmake_path(ABSOLUTE_PATH top)

function(room_of path result)
    set(best "")
    foreach(row IN LISTS arrows)
        string(REGEX REPLACE "\\|.*" "" room "${row}")
        string(LENGTH "${room}" length)
        string(LENGTH "${best}" bestLength)
        string(FIND "${path}" "${room}/" at)
        if(at EQUAL 0 AND length GREATER bestLength)
            set(best "${room}")
        endif()
    endforeach()
    set(${result} "${best}" PARENT_SCOPE)
endfunction()

function(may_include from to result)
    set(${result} FALSE PARENT_SCOPE)
    if(from STREQUAL to)
        set(${result} TRUE PARENT_SCOPE)
        return()
    endif()
    foreach(row IN LISTS arrows)
        if(NOT row MATCHES "^${from}\\|")
            continue()
        endif()
        string(REGEX REPLACE "^[^|]*\\|" "" allowed "${row}")
        string(REPLACE " " ";" allowed "${allowed}")
        foreach(room IN LISTS allowed)
            if(to STREQUAL room OR to MATCHES "^${room}/")
                set(${result} TRUE PARENT_SCOPE)
            endif()
        endforeach()
    endforeach()
endfunction()

set(wrong "")
set(seen 0)
file(GLOB_RECURSE files RELATIVE "${top}"
    "${top}/app/*.cpp" "${top}/app/*.h" "${top}/core/*.cpp" "${top}/core/*.h"
    "${top}/ui/*.cpp" "${top}/ui/*.h")
foreach(file IN LISTS files)
    room_of("${file}" from)
    file(STRINGS "${top}/${file}" includes REGEX "^#include \"(app|core|ui)/")
    foreach(line IN LISTS includes)
        string(REGEX REPLACE "^#include \"([^\"]+)\".*" "\\1" included "${line}")
        room_of("${included}" to)
        math(EXPR seen "${seen} + 1")
        may_include("${from}" "${to}" allowed)
        if(NOT allowed)
            string(APPEND wrong "  ${file} includes ${included}: ${from} may not include ${to}\n")
        endif()
        if(included IN_LIST private AND NOT from STREQUAL to)
            string(APPEND wrong "  ${file} includes ${included}, which is private to ${to}\n")
        endif()
        if(NOT EXISTS "${top}/${included}")
            string(APPEND wrong "  ${file} includes ${included}, which is not there\n")
        endif()
    endforeach()
endforeach()

if(wrong)
    message(FATAL_ERROR "Arrows that are not in the table:\n${wrong}")
endif()
if(seen LESS 10)
    message(FATAL_ERROR "Only ${seen} includes were read: this check looks at nothing.")
endif()
message(STATUS "${seen} includes, all along the arrows")
