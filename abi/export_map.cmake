# Writes the linker's version script from the public header: every `BO_API ... bo_name(` and nothing else is exported.
# cmake -D HEADER=backorder.h -D OUTPUT=backorder.map -P export_map.cmake
cmake_minimum_required(VERSION 3.25)
file(READ ${HEADER} header)
string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" "" header "${header}")
string(REGEX MATCHALL "BO_API[ \n][^(;#]*[ *\n]bo_[a-z0-9_]+ *\\(" declarations "${header}")
list(TRANSFORM declarations REPLACE "^.*[ *\n](bo_[a-z0-9_]+) *\\($" "\\1")
list(SORT declarations)
list(JOIN declarations ";\n        " names)
if(NOT names)
    message(FATAL_ERROR "${HEADER} declares no BO_API function")
endif()
file(WRITE ${OUTPUT} "BACKORDER_1 {\n    global:\n        ${names};\n    local:\n        *;\n};\n")
