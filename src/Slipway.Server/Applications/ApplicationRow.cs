using Slipway.Protocol.Applications;

namespace Slipway.Server.Applications;

/// <summary>An application in the database.</summary>
internal sealed record ApplicationRow(string Key, string Name, long CreatedAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public ApplicationDescription Describe() => new(Guid.Parse(Key), Name, DatabaseTime.Of(CreatedAt));
}
