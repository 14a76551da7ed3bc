namespace Slipway.Listening;

/// <summary>The connections of one network address.</summary>
internal sealed class AddressPlaces(string key)
{
    public string Key { get; } = key;

    public int Taken { get; set; }

    /// <summary>Requests in flight on them.</summary>
    public int Requests { get; set; }

    /// <summary>Those without a request, the longest idle one first.</summary>
    public LinkedList<ConnectionPlace> Idle { get; } = [];
}
