using System.Data.Common;
using System.Text;
using Dapper;
using Slipway.Protocol.Text;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>The log of a build: lines with numbers, each with the time at which the service received it.</summary>
internal sealed class BuildLog(Database database)
{
    /// <summary>Maximum number of lines that workers may write for a build, over all its attempts.</summary>
    public const int MostLines = 10_000;

    private const int LinesOfStatement = 100;

    /// <summary>Adds lines of a worker, up to the maximum. The transaction must have locked the build.</summary>
    public Task AppendAsync(DbConnection connection, DbTransaction transaction, LeasedBuild build, IReadOnlyList<LogLine> lines)
    {
        var room = MostLines - build.MessageCount;
        if (lines.Count <= room)
            return InsertAsync(connection, transaction, build.Key, build.Attempt, build.MessageCount, lines);
        if (room < 0)
            return Task.CompletedTask;
        var last = new LogLine("Warning", null, null, $"The log has reached {MostLines} lines; further lines are omitted.");
        return InsertAsync(connection, transaction, build.Key, build.Attempt, build.MessageCount, [.. lines.Take((int)room), last]);
    }

    /// <summary>Adds a line of the service itself.</summary>
    public async Task AppendAsync(DbConnection connection, DbTransaction transaction, string build, LogLine line)
    {
        var row = await connection.QuerySingleAsync<(long Count, long Attempt)>(
            "UPDATE builds SET attempt = attempt WHERE key = @build RETURNING message_count, attempt", new { build }, transaction);
        await InsertAsync(connection, transaction, build, row.Attempt, row.Count, [line]);
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, string build, long attempt, long before, IReadOnlyList<LogLine> lines)
    {
        if (lines.Count == 0)
            return;
        foreach (var chunk in lines.Chunk(LinesOfStatement))
        {
            await InsertChunkAsync(connection, transaction, build, attempt, before, chunk);
            before += chunk.Length;
        }

        await connection.ExecuteAsync("UPDATE builds SET message_count = @before WHERE key = @build", new { before, build }, transaction);
    }

    private Task InsertChunkAsync(DbConnection connection, DbTransaction transaction, string build, long attempt, long before, LogLine[] lines)
    {
        var sql = new StringBuilder("INSERT INTO build_messages (build, seq, at, attempt, severity, code, stage, message) VALUES ");
        var parameters = new DynamicParameters(new { build, attempt });
        for (var i = 0; i < lines.Length; i++)
        {
            sql.Append(i == 0 ? "" : ", ").Append($"(@build, @n{i}, {database.Now}, @attempt, @s{i}, @c{i}, @t{i}, @m{i})");
            parameters.Add($"n{i}", before + i + 1);
            parameters.Add($"s{i}", lines[i].Severity);
            parameters.Add($"c{i}", lines[i].Code);
            parameters.Add($"t{i}", lines[i].Stage);
            parameters.Add($"m{i}", lines[i].Message);
        }

        return connection.ExecuteAsync(sql.ToString(), parameters, transaction);
    }
}

/// <summary>A line for a build's log.</summary>
internal sealed record LogLine(string Severity, string? Code, string? Stage, string Message)
{
    private const int MostWord = 40;
    private static readonly string[] Severities = ["Notice", "Warning", "Error"];

    /// <summary>Returns a line of the service itself.</summary>
    public static LogLine Notice(string message) => new("Notice", null, null, message);

    /// <summary>Returns a line from a worker, with its text escaped.</summary>
    public static LogLine Of(string severity, string? code, string? stage, string message) => new(
        Severities.Contains(severity) ? severity : Severities[0], Word(code), Word(stage), SafeLine.Of(message));

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : SafeLine.Of(text, MostWord);
}
