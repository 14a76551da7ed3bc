namespace Slipway.Server.Webhooks;

/// <summary>A webhook.</summary>
internal sealed record WebhookRow(string Id, string Url, string Events, string Secret, long CreatedAt, long? DisabledAt)
{
    /// <summary>Returns the description that the API sends, without the secret.</summary>
    public WebhookDescription Describe() => new(Guid.Parse(Id), Url, Events.Split(' '), DisabledAt is null, DatabaseTime.Of(CreatedAt));
}
