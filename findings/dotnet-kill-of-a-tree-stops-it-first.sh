#!/usr/bin/env bash
# .NET 10.0 (System.Diagnostics.Process, runtime 10.0.12): ending a process and all processes that it started.
#
# Guess:    Process.Kill(entireProcessTree: true) sends SIGKILL to the process and its descendants;
#           its documentation says "immediately stops the associated process".
# Observed: each process gets SIGSTOP first; then .NET reads the machine's processes to find its
#           children, and only then sends SIGKILL. Kill() alone sends SIGKILL at once.
# So:       in between, the process is stopped with everything it holds. A process that shares a lock or
#           a pipe with it waits, and a caller that needs the same lock never sends the SIGKILL.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q -o APT::Sandbox::User=root strace=6.1-0.1 libunwind8=1.6.2-3 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LIBRARIES=$(echo "$PWD"/usr/lib/*-linux-gnu)
cat >finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
P
cat >Program.cs <<'C'
using System.Diagnostics;
foreach (var tree in new[] { false, true })
{
    using var process = Process.Start("sleep", "600");
    process.Kill(tree);
    process.WaitForExit();
}
C
dotnet build -v q --nologo -o built >/dev/null
dotnet --list-runtimes | grep NETCore.App
LD_LIBRARY_PATH=$LIBRARIES usr/bin/strace -f -e trace=kill -e signal=none -o calls dotnet built/finding.dll
# Signal 0 only asks whether the process is there.
grep -o 'kill([0-9]*, SIG[A-Z]*)' calls | sed 's/[0-9]\{1,\}/PID/' | tee seen
diff seen - <<'S' && echo 'as recorded'
kill(PID, SIGKILL)
kill(PID, SIGSTOP)
kill(PID, SIGKILL)
S
