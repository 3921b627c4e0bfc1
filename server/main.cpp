#include <csignal>
#include <cstdio>
#include <functional>
#include <map>
#include <string_view>

#include "server/run/Open.hpp"
#include "server/run/ServerSettings.hpp"
#include "server/tools/Tools.hpp"

namespace {

using namespace luot;

base::Result<> runServer(const base::settings::Arguments& arguments) {
    auto settings = server::run::serverSettings(arguments);
    if (!settings) return tl::unexpected(settings.error());
    auto opened = server::run::openServer(*settings);
    if (!opened) return tl::unexpected(opened.error());
    server::run::App app(std::move(*settings), std::move(*opened));
    return app.run();
}

const std::map<std::string_view, std::function<base::Result<>(const base::settings::Arguments&)>> subcommands{
    {"run", runServer},
    {"token", server::tools::makeToken},
    {"verify", server::tools::verifyJournal},
    {"rebuild", server::tools::rebuildProjections},
    {"export", server::tools::exportReport},
    {"backup", server::tools::backupJournal},
    {"restore", server::tools::restoreJournal},
};

}  // namespace

int main(int argc, char** argv) {
    // A file at its size limit or a peer that is gone must be an error of the call, not the end of the
    // server.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    const auto arguments = base::settings::startProgram(server::run::serverProgram(), argc, argv);
    if (!arguments) return arguments.error();
    const auto done = subcommands.at(arguments->subcommand)(*arguments);
    if (done) return 0;
    std::fprintf(stderr, "luot-server: %s\n", done.error().what.c_str());
    return base::exitCode(done.error().fault);
}
