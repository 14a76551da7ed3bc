namespace Slipway.Listening;

/// <summary>The connections of one network address.</summary>
internal sealed class AddressPlaces(string key)
{
    public string Key { get; } = key;

    public int Taken { get; set; }

    /// <summary>Requests in flight on these connections.</summary>
    public int Requests { get; set; }

    /// <summary>Connections without a request, longest idle first.</summary>
    public LinkedList<ConnectionPlace> Idle { get; } = [];
}
