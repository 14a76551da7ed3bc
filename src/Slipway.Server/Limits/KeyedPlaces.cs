using System.Collections.Concurrent;

namespace Slipway.Server.Limits;

/// <summary>Limits how many places each key holds at a time in this process. A key without places uses no memory.</summary>
/// <param name="most">Maximum number of places for each key.</param>
internal sealed class KeyedPlaces(int most)
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a place, which disposing the result frees; returns null if the key has no place left.</summary>
    public IDisposable? TryTake(string key)
    {
        if (_taken.AddOrUpdate(key, 1, (_, count) => count + 1) <= most)
            return new Place(this, key);
        Leave(key);
        return null;
    }

    private void Leave(string key)
    {
        if (_taken.AddOrUpdate(key, 0, (_, count) => count - 1) == 0)
            _taken.TryRemove(new KeyValuePair<string, int>(key, 0));
    }

    private sealed class Place(KeyedPlaces places, string key) : IDisposable
    {
        private KeyedPlaces? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Leave(key);
    }
}
