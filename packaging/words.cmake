# Run by the installation: has the installed program write its manual page and its words for the
# shells, so that they never differ from what it takes.
set(root "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")

function(write_from file)
    execute_process(COMMAND "${root}/bin/skein" ${ARGN}
        OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    message(STATUS "Installing: ${root}/share/${file}")
    file(WRITE "${root}/share/${file}" "${text}")
endfunction()

write_from(man/man1/skein.1 manual)
write_from(bash-completion/completions/skein completion bash)
write_from(zsh/site-functions/_skein completion zsh)
write_from(fish/vendor_completions.d/skein.fish completion fish)
