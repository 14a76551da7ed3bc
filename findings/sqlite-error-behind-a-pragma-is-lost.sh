#!/usr/bin/env bash
# Microsoft.Data.Sqlite 10.0.15: several statements in one command, the first of which returns rows.
#
# Guess:    ExecuteNonQuery runs all statements of a command and throws an error of any of them;
#           a command whose INSERT fails throws.
# Observed: if the first statement returns a row (as `PRAGMA max_page_count = N` does) and the
#           INSERT after it fails (here: the database may not grow, SQLITE_FULL), ExecuteNonQuery
#           returns without an exception, and nothing was inserted. The same two statements as two
#           commands throw, and so does one command that begins with a statement without rows.
# So:       put a PRAGMA that returns a row into its own command.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >trial.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.15" /></ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using Microsoft.Data.Sqlite;

string Outcome(params string[] commands)
{
    using var connection = new SqliteConnection("Data Source=:memory:");
    connection.Open();
    void Run(string sql) { using var command = connection.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery(); }
    Run("CREATE TABLE t (b BLOB)");
    string end;
    try
    {
        foreach (var command in commands) Run(command);
        end = "no exception";
    }
    catch (SqliteException e) { end = $"SqliteException {e.SqliteErrorCode}"; }
    using var count = connection.CreateCommand();
    count.CommandText = "SELECT count(*) FROM t";
    return $"{end}, {count.ExecuteScalar()} rows";
}

const string Limit = "PRAGMA max_page_count = 3;", Insert = "INSERT INTO t VALUES (zeroblob(1000000));";
(string What, string Got, string Expected)[] trials =
[
    ("one command, PRAGMA first", Outcome(Limit + Insert), "no exception, 0 rows"),
    ("two commands", Outcome(Limit, Insert), "SqliteException 13, 0 rows"),
    ("one command, a statement without rows first", Outcome(Limit, "CREATE TABLE u (a);" + Insert), "SqliteException 13, 0 rows"),
];
foreach (var (what, got, expected) in trials)
    Console.WriteLine($"{(got == expected ? "as recorded" : "CHANGED")}  {what}: {got}");
Console.WriteLine($"Microsoft.Data.Sqlite {typeof(SqliteConnection).Assembly.GetName().Version}, SQLite {new SqliteConnection().ServerVersion}");
return trials.All(t => t.Got == t.Expected) ? 0 : 1;
CS
dotnet run -v q
