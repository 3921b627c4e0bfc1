# The programs go to bin (cmake/Targets.cmake), shared files to share/luot, units where systemd looks.
install(DIRECTORY config/ DESTINATION share/luot PATTERN systemd EXCLUDE)
install(FILES README.md LICENSE docs/licences.md DESTINATION share/doc/luot)
install(FILES config/systemd/luot.sysusers DESTINATION lib/sysusers.d RENAME luot.conf)
# At installation, not before: the prefix may be given then.
foreach(unit system/luot-server user/luot-display user/luot-dispenser user/luot-counter)
    get_filename_component(name ${unit} NAME)
    install(CODE "set(LUOT_PREFIX \${CMAKE_INSTALL_PREFIX})
        configure_file(${PROJECT_SOURCE_DIR}/config/systemd/${name}.service.in \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/systemd/${unit}.service @ONLY)")
endforeach()
