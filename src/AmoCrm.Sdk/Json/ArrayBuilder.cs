using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Json;

/// <summary>
/// Collects items whose number nobody knows yet and makes an array of exactly that length. Most lists of an answer have one item: it needs nothing but the array; further
/// ones wait in an array of the shared pool.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
[StructLayout(LayoutKind.Auto)]
internal struct ArrayBuilder<T>
{
    private const int FirstSize = 16;

    private T _first;
    private T[]? _rented;
    private int _count;

    public void Add(T item)
    {
        if (_count == 0)
        {
            _first = item;
            _count = 1;
            return;
        }

        if (_rented is null || _count == _rented.Length)
        {
            Grow();
        }

        _rented[_count++] = item;
    }

    /// <summary>The items; the builder is not used any more after it.</summary>
    public readonly T[] ToArray()
    {
        if (_rented is null)
        {
            return _count == 0 ? [] : [_first];
        }

        var items = _rented.AsSpan(0, _count).ToArray();
        GiveBack(_rented, _count);
        return items;
    }

    [MemberNotNull(nameof(_rented))]
    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(FirstSize, _count * 2));
        if (_rented is null)
        {
            larger[0] = _first;
        }
        else
        {
            _rented.AsSpan(0, _count).CopyTo(larger);
            GiveBack(_rented, _count);
        }

        _rented = larger;
    }

    private static void GiveBack(T[] rented, int count)
    {
        // What is left in a pooled array would live as long as the pool does.
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            rented.AsSpan(0, count).Clear();
        }

        ArrayPool<T>.Shared.Return(rented);
    }
}
