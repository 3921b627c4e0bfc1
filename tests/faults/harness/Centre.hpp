#pragma once

#include <memory>
#include <optional>

#include "../../integration/server/Client.hpp"
#include "../../integration/server/TempFolder.hpp"
#include "Ledger.hpp"
#include "Process.hpp"
#include "Shim.hpp"

namespace luot::faults {

/// A centre in a folder of its own whose server is killed and started again at one address, with the shim
/// under it.
class Centre {
public:
    /// `arguments`: further ones; by default a simulated Monday at 08:00 in real pace.
    explicit Centre(std::vector<std::string> arguments = {"--start-time", "2026-11-23T08:00:00+07:00"});

    Shim& shim() { return shim_; }
    Ledger& ledger() { return ledger_; }
    std::string data() const { return folder_.file("data"); }
    std::string file(const std::string& name) const { return folder_.file(name); }
    const std::string& url() const { return url_; }
    const std::string& admin() const { return admin_; }
    std::string token(const std::string& role, const std::string& name, int counter = 0) const;
    std::string errors() const { return textOf(folder_.file("stderr")); }

    /// Further arguments of the next start.
    void startWith(std::vector<std::string> arguments) { arguments_ = std::move(arguments); }
    /// Address of the next start: all of the machine's with "0.0.0.0".
    void listenOn(std::string host) { host_ = std::move(host); }
    /// Starts the server and does not wait.
    void launch();
    /// Waits until it is ready; false when it ended instead. The time since launch() in milliseconds.
    std::optional<double> waitUntilReady();
    std::optional<double> start();
    bool runs() { return server_ && server_->runs(); }
    Process& server() { return *server_; }
    void kill();
    /// The next start takes another address.
    void move() { url_.clear(); }

    /// Reads what the running server has on record and compares.
    Verdict check(bool settled);
    /// Hash chain and projections, by `luot-server verify`: empty when all is right.
    std::string findings() const;

private:
    tests::TempFolder folder_;
    Shim shim_;
    Ledger ledger_;
    std::vector<std::string> arguments_;
    std::string host_ = "127.0.0.1";
    std::string admin_;
    std::string url_;
    std::unique_ptr<Process> server_;
    std::chrono::steady_clock::time_point launched_;
};

}  // namespace luot::faults
