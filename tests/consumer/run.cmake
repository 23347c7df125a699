# cmake -DBUILD=... -DSOURCE=... -DWORK=... -DCOMPILER=... -DFLAGS=... -P run.cmake
# Installs the build into a fresh prefix, then builds and runs a project that finds it there, and
# the installed program with its own data.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE} -B ${WORK}/build -DCMAKE_PREFIX_PATH=${WORK}/prefix
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)
if(NOT output MATCHES "^{\"demarche\":\"1\".*\"statements\":\\[{")
  message(FATAL_ERROR "no record with a statement: ${output}")
endif()
file(WRITE ${WORK}/page.txt "Norvenia waits.\n")
run(${CMAKE_COMMAND} -E env --unset=DEMARCHE_DATA ${WORK}/prefix/bin/demarche read ${WORK}/page.txt)
file(REMOVE_RECURSE ${WORK})
