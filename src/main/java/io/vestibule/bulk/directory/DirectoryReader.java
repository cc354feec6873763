package io.vestibule.bulk.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.StaticUtils;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.bulk.PersonKeyStore;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Asks a directory, page by page. Thread-safe; close it after use. Throws [BulkException] of `bulk.directory-…`: what
/// was
/// read before that is not the whole.
final class DirectoryReader implements AutoCloseable {

    private static final int PAGE = 500;

    private final DirectoryProfile profile;
    private final LDAPConnection connection;
    private final Filter people;

    private DirectoryReader(DirectoryProfile profile, LDAPConnection connection, Filter people) {
        this.profile = profile;
        this.connection = connection;
        this.people = people;
    }

    static DirectoryReader open(DirectoryProfile profile, Optional<char[]> password) {
        try {
            var people = Filter.create(profile.filter());
            return new DirectoryReader(profile, DirectoryConnector.open(profile, password), people);
        } catch (LDAPException e) {
            throw new BulkException(new BulkFailure.DirectoryUnset(), e);
        }
    }

    /// The numbers of everybody, in small letters.
    Set<String> numbers() {
        return numbers(people);
    }

    /// The numbers of everybody who has a photo.
    Set<String> numbersWithPhoto() {
        var photos = profile.attributes().photos().stream()
                .map(Filter::createPresenceFilter)
                .toList();
        return photos.isEmpty() ? Set.of() : numbers(Filter.createANDFilter(people, Filter.createORFilter(photos)));
    }

    private Set<String> numbers(Filter filter) {
        var numbers = new HashSet<String>();
        search(
                filter,
                List.of(profile.attributes().key()),
                entry -> Optional.ofNullable(
                                entry.getAttributeValue(profile.attributes().key()))
                        .map(PersonKeyStore::normal)
                        .filter(number -> !number.isEmpty())
                        .ifPresent(numbers::add));
        return numbers;
    }

    /// Everybody who has changed since then, without photos.
    void people(Optional<Instant> since, Consumer<SearchResultEntry> receiver) {
        var changed = since.flatMap(time -> profile.changed()
                .map(attribute -> Filter.createGreaterOrEqualFilter(
                        attribute, StaticUtils.encodeGeneralizedTime(Date.from(time)))));
        search(
                changed.map(filter -> Filter.createANDFilter(people, filter)).orElse(people),
                profile.attributes().texts(),
                receiver);
    }

    /// The person with this number, if there is one.
    void person(String number, Consumer<SearchResultEntry> receiver) {
        search(only(number), profile.attributes().texts(), receiver);
    }

    private Filter only(String number) {
        return Filter.createANDFilter(
                people, Filter.createEqualityFilter(profile.attributes().key(), number));
    }

    /// The photo of the person with this number.
    Optional<byte[]> photo(String number) {
        byte[][] found = {null};
        search(
                only(number),
                profile.attributes().photos(),
                entry -> profile.attributes().photos().stream()
                        .map(entry::getAttributeValueBytes)
                        .filter(bytes -> bytes != null && bytes.length > 0)
                        .findFirst()
                        .ifPresent(bytes -> found[0] = bytes));
        return Optional.ofNullable(found[0]);
    }

    private void search(Filter filter, List<String> attributes, Consumer<SearchResultEntry> receiver) {
        try {
            ASN1OctetString cookie = null;
            do {
                var request =
                        new SearchRequest(profile.base(), SearchScope.SUB, filter, attributes.toArray(String[]::new));
                request.addControl(new SimplePagedResultsControl(PAGE, cookie));
                var result = connection.search(request);
                requireWhole(result);
                Objects.requireNonNullElse(result.getSearchEntries(), List.<SearchResultEntry>of())
                        .forEach(receiver);
                var page = SimplePagedResultsControl.get(result);
                cookie = page == null || !page.moreResultsToReturn() ? null : page.getCookie();
            } while (cookie != null);
        } catch (LDAPException e) {
            throw new BulkException(DirectoryConnector.failure(e), e);
        }
    }

    /// A reference leads to a part of the directory on another server, which was not asked.
    private static void requireWhole(SearchResult result) {
        if (result.getReferenceCount() > 0) {
            throw new BulkException(new BulkFailure.DirectoryIncomplete());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
