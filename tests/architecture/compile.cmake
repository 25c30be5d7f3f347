# compile(RESULT ERRORS [FLAG...]): checks SOURCE with COMPILER and INCLUDES ('|' between them); RESULT is 0 if
# it compiles.
string(REPLACE "|" ";" directories "${INCLUDES}")
list(REMOVE_DUPLICATES directories)
list(TRANSFORM directories PREPEND -I)

function(compile result errors)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${COMPILER} -std=c++20 -fsyntax-only ${directories} ${ARGN} ${SOURCE}
                  RESULT_VARIABLE code ERROR_VARIABLE said OUTPUT_QUIET)
  set(${result} ${code} PARENT_SCOPE)
  set(${errors} "${said}" PARENT_SCOPE)
endfunction()
