package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Lets an evaluator see nothing of a document but what was checked. */
final class WhatCounts extends XMLFilterImpl {

    private final Deque<String> open = new ArrayDeque<>();
    private int ignored;
    private int rows;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        String around = open.isEmpty() ? "" : open.getLast();
        if (ignored > 0 || (rows == 0 && DocumentCheck.ignored(name, around))) {
            ignored++;
            return;
        }
        if (rows > 0 || name.equals("row")) {
            rows++;
        }
        open.addLast(name);
        if (wrapping(name)) {
            return;
        }
        super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (ignored > 0) {
            ignored--;
            return;
        }
        rows = Math.max(0, rows - 1);
        open.removeLast();
        if (wrapping(name)) {
            return;
        }
        super.endElement(uri, name, qualified);
    }

    /** An extension that is read is one around inputs of naive Bayes, which count as if it weren't there. */
    private boolean wrapping(String name) {
        return rows == 0 && name.equals("Extension");
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (ignored == 0) {
            super.characters(text, start, length);
        }
    }
}
