using System.Globalization;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>A page of a list.</summary>
/// <param name="Offset">How many to skip.</param>
/// <param name="Limit">How many at most.</param>
internal readonly record struct Paging(int Offset, int Limit)
{
    private const int Usual = 50;
    private const int Most = 100;
    private const int MostOfArray = 1000;

    /// <summary>One more than the limit; if that row exists, another page follows.</summary>
    public int Take => Limit + 1;

    /// <summary>Reads the page of a query.</summary>
    /// <exception cref="ProblemException">A number is out of range.</exception>
    public static Paging Of(int? offset, int? limit) => Of(offset, limit, Usual, Most);

    /// <summary>Reads the page of a query for a list that is sent as a plain array. The default page is long, for clients unaware of pages.</summary>
    /// <exception cref="ProblemException">A number is out of range.</exception>
    public static Paging OfArray(int? offset, int? limit) => Of(offset, limit, MostOfArray, MostOfArray);

    /// <summary>Returns the items of the page out of up to <see cref="Take"/> rows, and sets the header Link to the next page (RFC 8288).</summary>
    public IReadOnlyList<T> Cut<T>(HttpContext context, IEnumerable<T> items)
    {
        List<T> page = [.. items];
        if (page.Count <= Limit)
            return page;
        context.Response.Headers.Link = string.Create(
            CultureInfo.InvariantCulture, $"<{context.Request.PathBase.ToUriComponent()}{context.Request.Path.ToUriComponent()}?offset={Offset + (long)Limit}&limit={Limit}>; rel=\"next\"");
        return page[..Limit];
    }

    private static Paging Of(int? offset, int? limit, int usual, int most)
    {
        if (offset is < 0)
            throw new ProblemException(ServiceProblems.Invalid.At("offset", "The offset is negative."));
        if (limit < 1 || limit > most)
            throw new ProblemException(ServiceProblems.Invalid.At("limit", $"The limit is not between 1 and {most}."));
        return new Paging(offset ?? 0, limit ?? usual);
    }
}
