# Turns queries/*.sql and migrations/*.sql into C++ constants, so that the library carries its SQL.
# cmake -D SOURCE=src/sql -D OUTPUT=folder -P embed.cmake
# A query begins with `-- name: NAME`, several may stand in a file; a migration is NNNN_name.sql and says `-- breaking: yes` or `-- breaking: no`.
cmake_minimum_required(VERSION 3.25)

# One named statement: from `-- name: NAME` to the next.
function(embed_statement name text)
    string(STRIP "${text}" text)
    set(declarations "${declarations}extern const Statement ${name};\n" PARENT_SCOPE)
    set(definitions "${definitions}constinit const Statement ${name}{\"${name}\"sv, R\"SQL~(${text}\n)SQL~\"sv};\n" PARENT_SCOPE)
    set(addresses "${addresses}    &${name},\n" PARENT_SCOPE)
endfunction()

set(query_count 0)
file(GLOB queries ${SOURCE}/queries/*.sql)
foreach(path IN LISTS queries)
    file(READ ${path} rest)
    if(NOT rest MATCHES "^-- name: ")
        message(FATAL_ERROR "${path}: the first line must be '-- name: ...'")
    endif()
    while(NOT rest STREQUAL "")
        string(REGEX MATCH "^-- name: ([a-z_]+)\n" head "${rest}")
        set(name ${CMAKE_MATCH_1})
        string(FIND "${rest}" "\n-- name: " end)
        string(SUBSTRING "${rest}" 0 ${end} text)
        if(end EQUAL -1)
            set(rest "")
        else()
            math(EXPR next "${end} + 1")
            string(SUBSTRING "${rest}" ${next} -1 rest)
        endif()
        embed_statement(${name} "${text}")
        math(EXPR query_count "${query_count} + 1")
    endwhile()
endforeach()

file(GLOB paths ${SOURCE}/migrations/*.sql)
foreach(path IN LISTS paths)
    cmake_path(GET path STEM stem)
    if(NOT stem MATCHES "^0*([1-9][0-9]*)_([a-z0-9_]+)$")
        message(FATAL_ERROR "${path}: a migration is called NNNN_name.sql")
    endif()
    set(number ${CMAKE_MATCH_1})
    set(name ${CMAKE_MATCH_2})
    file(READ ${path} text)
    if(NOT "\n${text}" MATCHES "\n-- breaking: (yes|no)\n")
        message(FATAL_ERROR "${path}: lacks the line '-- breaking: yes' or '-- breaking: no'")
    endif()
    if(CMAKE_MATCH_1 STREQUAL "yes")
        set(breaking true)
    else()
        set(breaking false)
    endif()
    file(SHA256 ${path} checksum)
    string(APPEND rows "    {${number}, \"${name}\"sv, \"${checksum}\"sv, ${breaking}, R\"SQL~(${text})SQL~\"sv},\n")
endforeach()

list(LENGTH paths migration_count)

file(WRITE ${OUTPUT}/statements.hpp "// Generated from src/sql by embed.cmake.
#pragma once
#include <span>
#include <string_view>

namespace backorder::sql {

struct Statement {
    std::string_view name;
    std::string_view text;
};

struct Migration {
    int number;
    std::string_view name;
    std::string_view checksum; // SHA-256 of the file, in hexadecimal
    bool breaking;
    std::string_view text;
};

${declarations}
std::span<const Statement* const> all_statements() noexcept;
std::span<const Migration> migrations() noexcept;

} // namespace backorder::sql
")

file(WRITE ${OUTPUT}/statements.cpp "// Generated from src/sql by embed.cmake.
#include \"sql/statements.hpp\"
#include <array>

namespace backorder::sql {

using namespace std::string_view_literals;

${definitions}
namespace {

constexpr std::array<const Statement*, ${query_count}> statement_list{
${addresses}};

constexpr std::array<Migration, ${migration_count}> migration_list{{
${rows}}};

} // namespace

std::span<const Statement* const> all_statements() noexcept { return statement_list; }

std::span<const Migration> migrations() noexcept { return migration_list; }

} // namespace backorder::sql
")
