using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Store;

namespace Slipway.Server.Install;

/// <summary>Adds addresses of install pages to described artifacts, but only if the public address is configured, because phones reach no other.</summary>
internal sealed class InstallLinks(Database database, InstallToken tokens, ServerOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Returns the addresses by the ids of the artifacts, without artifacts that devices cannot install.</summary>
    /// <param name="rows">The artifacts.</param>
    /// <param name="caller">The caller who gets the addresses; they expire with the caller's token.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<ArtifactRow> rows, Caller caller, CancellationToken cancellation)
    {
        if (options.PublicAddress is not { } address || rows.Count == 0)
            return new Dictionary<string, string>();
        var types = (await database.ReadAsync(
            connection => connection.QueryAsync<(string Key, string? Type)>(
                $"SELECT key, build_type FROM builds WHERE {database.In("key", "@keys")}", new { keys = database.List([.. rows.Select(row => row.Build).Distinct()]) }),
            cancellation)).ToDictionary(row => row.Key, row => row.Type, StringComparer.Ordinal);
        var expiry = time.GetUtcNow() + Lifetime;
        return rows
            .Where(row => row.Kind == ArtifactKind.Binary && InstallableKind.Has(row.Name, types.GetValueOrDefault(row.Build)) && InstallableKind.IsReachable(row.Name, address))
            .ToDictionary(row => row.Id, row => new Uri(address, "/i/" + tokens.Create(Guid.Parse(row.Id), caller.LinkOrigin, expiry)).AbsoluteUri, StringComparer.Ordinal);
    }
}
