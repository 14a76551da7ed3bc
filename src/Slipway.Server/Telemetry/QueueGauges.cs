using System.Diagnostics.Metrics;
using Dapper;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Telemetry;

/// <summary>Gauges of the queue's length and of the age of its oldest build, read from the database at each collection. All servers report the same.</summary>
internal sealed class QueueGauges : IDisposable
{
    private readonly Meter _meter = new(ServerMetrics.Name);
    private readonly Database _database;

    public QueueGauges(Database database)
    {
        _database = database;
        _meter.CreateObservableGauge("slipway.builds", CountByState, "{build}", "Builds that wait or run, by state.");
        _meter.CreateObservableGauge("slipway.queue.age", Age, "s", "How long the oldest waiting build has waited.");
    }

    public void Dispose() => _meter.Dispose();

    // The callback of a gauge is synchronous.
    private IEnumerable<Measurement<long>> CountByState() => Read(
        async connection => (await connection.QueryAsync<(string State, long Count)>(
            $"SELECT state, count(*) FROM builds WHERE state = '{BuildState.Queued}' GROUP BY state UNION ALL SELECT state, count(*) FROM builds WHERE state = '{BuildState.Leased}' GROUP BY state"))
            .Select(row => new Measurement<long>(row.Count, KeyValuePair.Create<string, object?>("state", row.State))).ToList(),
        []);

    private IEnumerable<Measurement<double>> Age() => Read<IEnumerable<Measurement<double>>>(
        async connection =>
        {
            var age = await connection.ExecuteScalarAsync<long?>($"SELECT {_database.Now} - min(created_at) FROM builds WHERE state = '{BuildState.Queued}'") ?? 0;
            return [new Measurement<double>(age / 1000.0)];
        },
        []);

    private T Read<T>(Func<System.Data.Common.DbConnection, Task<T>> work, T otherwise)
    {
        try
        {
            return Task.Run(() => _database.ReadAsync(work)).GetAwaiter().GetResult();
        }
        catch (Exception e) when (_database.IsUnavailable(e))
        {
            return otherwise;
        }
    }
}
