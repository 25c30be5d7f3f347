# The same search for families with 1 and 2 threads, in every form: the same bytes.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
foreach(threads 1 2)
  execute_process(COMMAND ${PROGRAM} families no-change --against isle-of-wight-2011 --replications 4 --seed 7
                          --filter eight-and-none --threads ${threads} --json=${FOLDER}/${threads}.json
                          --csv=${FOLDER}/${threads}.csv
                  RESULT_VARIABLE code OUTPUT_FILE ${FOLDER}/${threads}.txt ERROR_VARIABLE err)
  if(NOT code STREQUAL "0")
    message(FATAL_ERROR "exit code ${code} with ${threads} threads\n${err}")
  endif()
  foreach(form json csv txt)
    file(SHA256 ${FOLDER}/${threads}.${form} hash)
    if(threads EQUAL 1)
      set(first_${form} ${hash})
    elseif(NOT hash STREQUAL first_${form})
      message(FATAL_ERROR "${form}: ${threads} threads give other bytes than one; see ${FOLDER}")
    endif()
  endforeach()
endforeach()
