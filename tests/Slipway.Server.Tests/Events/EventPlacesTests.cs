using Slipway.Protocol.Problems;
using Slipway.Server.Events;

namespace Slipway.Server.Tests.Events;

public sealed class EventPlacesTests
{
    private readonly EventPlaces _places = new();

    [Fact]
    public void An_organisation_that_follows_all_it_may_is_refused_until_a_stream_ends_and_others_are_not()
    {
        var taken = Enumerable.Range(0, EventPlaces.Most).Select(_ => _places.Take("one")).ToList();
        Assert.Equal("SLW-SRV-42901", Assert.Throws<ProblemException>(() => _places.Take("one")).Problems[0].Code);
        _places.Take("other").Dispose();
        taken[0].Dispose();
        taken[0].Dispose();
        _places.Take("one");
        Assert.Throws<ProblemException>(() => _places.Take("one"));
    }
}
